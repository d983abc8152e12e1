using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>COPY --from takes a path that the named stage cannot hold.</summary>
internal sealed class CopyFromStageMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/copy-from-stage-missing",
            Title = "COPY --from of a path that the stage does not hold",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The builder stops at the first source it does not find: no image, no deployment.",
            Holds = "The stage holds what COPY --from takes.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.CopyFromStage];

    protected override string Names(PathUse use) => $"{use.Subject} copies {use.Path} from {use.From}";

    protected override string Consequence(PathUse use) =>
        use.IsConditional
            ? "no instruction of that stage makes it, and the build stops here unless whoever builds has laid it beside the checkout"
            : "no instruction of that stage makes it, and the build stops here";

    protected override string Reason(PathUse use) => use.Answer is { Presence: Presence.Absent, Why: { } why } ? why : base.Reason(use);

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].Path.Contains(".next/standalone", StringComparison.Ordinal)
            ? $"Set `output: \"standalone\"` in the configuration of Next.js, or copy .next and node_modules in {PlaceList.Of(uses)} and start `next start`."
            : base.Remedy(uses);

    // What git is told to ignore is laid there together: a certificate and its key.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer is { Presence: Presence.IgnoredByGit, Because: { } rule }
            ? new { Cause = $"{rule.File.Path} {use.FromSpan}", Place = use.Span.File.Path }
            : base.OneCause(use, tree);

    protected override CommandText Check(PathUse use, Deployment deployment) => BuiltImage.Build(use.Subject, deployment);
}
