using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A kustomization, or a command that changes one, names a file or directory that is not there.</summary>
internal sealed class KustomizationPathMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/kustomization-path-missing",
            Title = "Kustomization of a file that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Kustomize stops at the first path it does not find: nothing is deployed.",
            Holds = "What the kustomization takes in is there.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.KubernetesManifest];

    // What git ignores by name is made before: rendered by another tool, or each person's own.
    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && use.Answer.Presence != Presence.IgnoredByGit;

    // Kustomize stops at the first; what one kustomization lacks was moved or forgotten at once.
    public override IEnumerable<IReadOnlyList<PathUse>> Subjects(Deployment deployment) =>
        base.Subjects(deployment)
            .GroupBy(same => same[0].Answer.IsMissing ? (object)new { same[0].Span.File.Path, same[0].Answer.Presence } : same)
            .Select(together => together.SelectMany(same => same).ToList());

    // The overlays and bases of many services are written alike, and so are their slips.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer.IsMissing ? new { Cause = use.Path, Place = use.Span.File.Path.Split('/')[0] } : base.OneCause(use, tree);

    protected override string Names(PathUse use) => $"{use.Subject} takes in {use.Path}";

    protected override string Consequence(PathUse use) =>
        use.IsAssumed ? "kustomize cannot build it, though no command here asks for that" : "kustomize cannot build it";

    protected override CommandText Check(PathUse use, Deployment deployment) => $"kubectl kustomize ./{use.Span.File.Directory}";
}
