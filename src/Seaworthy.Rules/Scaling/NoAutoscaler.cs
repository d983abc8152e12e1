using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Scaling;

/// <summary>No Deployment of a fleet scales with its load.</summary>
internal sealed class NoAutoscaler : CapabilityRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "scaling/no-autoscaler",
            Title = "Missing autoscaler",
            Area = Area.Scaling,
            Severity = Severity.Low,
            CapabilityWeight = 5,
            Certainty = Certainty.Likely,
            Rationale = "The fleet has the same size at peak load and at night, until somebody scales it by hand.",
            Holds = "An autoscaler adds replicas under load.",
        };

    protected override CapabilityKind Kind => CapabilityKind.Autoscaling;

    protected override string Doubt => "Whether the fleet scales";

    protected override string Absent(Capability capability, Deployment deployment) =>
        $"None of the {capability.Wanting.Count} Deployments in {capability.About} has a HorizontalPodAutoscaler or ScaledObject.";

    protected override string Remedy(Capability capability) =>
        "Add a HorizontalPodAutoscaler to the Deployments that serve users, and request the resource that it measures.";

    protected override CommandText Check(Capability capability) =>
        $"git grep -nE 'kind: *(HorizontalPodAutoscaler|ScaledObject)|autoscaling:'   # must find one";
}
