using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An autoscaler scales a workload that does not exist.</summary>
internal sealed class ScaleTargetUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/scale-target-undefined",
            Title = "Undefined autoscaler target",
            Area = Area.Scaling,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The autoscaler does nothing and adds no replica under load.",
            Holds = "The scaled workload exists.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.KubernetesScaleTarget];

    protected override string Message(NameUse use) => $"{use.Subject} scales {use.Name}, which does not exist.{KnownThere(use)}";

    protected override string Remedy(NameUse use) => $"Name an existing workload in {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"{TargetCommand.KubectlAt(use.Span, deployment)} get {use.Name.Split(' ')}");
}
