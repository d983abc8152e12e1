using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A kustomization, or a command that changes one, names a file or directory that does not exist.</summary>
internal sealed class KustomizationPathMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/kustomization-path-missing",
            Title = "Missing kustomization path",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Kustomize stops at the first missing path, and nothing is deployed.",
            Holds = "Every path in the kustomization exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.KubernetesManifest];

    // Files that git ignores are created before, by another tool or by each developer.
    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && use.Answer.Presence != Presence.IgnoredByGit;

    // Kustomize stops at the first one; all missing paths of one kustomization have the same cause.
    public override IEnumerable<IReadOnlyList<PathUse>> Subjects(Deployment deployment) =>
        base.Subjects(deployment)
            .GroupBy(same => same[0].Answer.IsMissing ? (object)new { same[0].Span.File.Path, same[0].Answer.Presence } : same)
            .Select(together => together.SelectMany(same => same).ToList());

    // Overlays and bases of many services repeat the same mistake.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer.IsMissing ? new { Cause = use.Path, Place = use.Span.File.Path.Split('/')[0] } : base.OneCause(use, tree);

    protected override string Names(PathUse use) => $"{use.Subject} lists `{use.Path}`";

    protected override string Consequence(PathUse use) =>
        use.IsAssumed ? "kustomize fails, but no command here runs it" : "kustomize fails";

    protected override CommandText Check(PathUse use, Deployment deployment) => $"kubectl kustomize ./{use.Span.File.Directory}";
}
