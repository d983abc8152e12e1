using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A GitOps tool is told to deliver a directory that the repository does not have.</summary>
internal sealed class DeliveredPathMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/delivered-path-missing",
            Title = "Delivery of a directory that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "The tool reports that the path does not exist, and delivers nothing from it: the cluster stays as it is.",
            Holds = "The directory that is delivered exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.DeliveredPath];

    protected override string Names(PathUse use) => $"{use.Subject} delivers {use.Path}";

    protected override string Consequence(PathUse use) =>
        use.IsAssumed ? "unless that revision has it, nothing is delivered" : "nothing is delivered";

    protected override CommandText Check(PathUse use, Deployment deployment) => TreeCheck.There(use);
}
