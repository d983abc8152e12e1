using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>COPY --from takes a path that the named stage cannot have.</summary>
internal sealed class CopyFromStageMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/copy-from-stage-missing",
            Title = "Missing COPY --from source",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The builder stops at the first missing source: no image, no deployment.",
            Holds = "The stage has what COPY --from copies.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.CopyFromStage];

    protected override string Names(PathUse use) => $"{use.Subject} copies {use.Path} from {use.From}";

    protected override string Consequence(PathUse use) =>
        use.IsConditional ? "the build fails unless it lies beside the checkout" : "the build fails";

    protected override string Reason(PathUse use) =>
        use.Answer.Presence == Presence.Absent
            ? use.Answer.Why ?? $"no instruction of that stage creates {use.Answer.Looked}"
            : base.Reason(use);

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].Path.Contains(".next/standalone", StringComparison.Ordinal)
            ? $"Set `output: \"standalone\"` in the Next.js configuration, or copy .next and node_modules in {PlaceList.Of(uses)} and start `next start`."
            : base.Remedy(uses);

    // Files that git ignores by one rule belong together: a certificate and its key.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer is { Presence: Presence.IgnoredByGit, Because: { } rule }
            ? new { Cause = $"{rule.File.Path} {use.FromSpan}", Place = use.Span.File.Path }
            : base.OneCause(use, tree);

    protected override CommandText Check(PathUse use, Deployment deployment) => BuiltImage.Build(use.Subject, deployment);
}
