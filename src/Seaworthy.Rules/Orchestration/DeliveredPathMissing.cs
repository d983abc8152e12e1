using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A GitOps tool deploys a directory that is not in the repository.</summary>
internal sealed class DeliveredPathMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/delivered-path-missing",
            Title = "Missing GitOps path",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "The tool reports that the path does not exist and deploys nothing, so the cluster stays as it is.",
            Holds = "The deployed directory exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.DeliveredPath];

    protected override string Names(PathUse use) => $"{use.Subject} deploys `{use.Path}`";

    protected override string Consequence(PathUse use) =>
        use.IsAssumed ? "nothing is deployed unless that revision has it" : "nothing is deployed";

    protected override CommandText Check(PathUse use, Deployment deployment) => TreeCheck.There(use);
}
