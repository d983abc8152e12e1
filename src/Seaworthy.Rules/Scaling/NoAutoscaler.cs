using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Scaling;

/// <summary>No Deployment of a fleet grows with what there is to do.</summary>
internal sealed class NoAutoscaler : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "scaling/no-autoscaler",
            Title = "Fleet that does not grow",
            Area = Area.Scaling,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "At the busiest hour the fleet is as large as at night, and somebody has to notice and scale by hand.",
            Holds = "Something starts more of a workload when there is more to do.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Autoscaling;

    protected override string Doubt => "Whether the fleet grows";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"{capability.About} runs {capability.Wanting.Count} Deployments, and none has a HorizontalPodAutoscaler or a ScaledObject.";

    protected override string Remedy(Capability capability) =>
        "Add a HorizontalPodAutoscaler for the Deployments that answer users, with requests for the resource that it looks at.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -nE 'kind: *(HorizontalPodAutoscaler|ScaledObject)|autoscaling:'   # must find one";
}
