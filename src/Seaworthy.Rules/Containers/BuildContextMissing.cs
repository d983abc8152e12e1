using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A build names a directory that does not exist.</summary>
internal sealed class BuildContextMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/build-context-missing",
            Title = "Missing build context",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The image cannot be built, and nothing that runs it can start.",
            Holds = "The build context exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.BuildContext];

    protected override string Names(PathUse use) =>
        $"{use.Subject} builds from the directory {(use.Path is "." or "./" ? use.Answer.Looked : use.Path)}";

    protected override string Consequence(PathUse use) => "the build cannot start";

    // However many files build it, one directory is missing.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use.Answer.Presence == Presence.Absent ? MissingPath.Cause(use, tree) : base.OneCause(use, tree);

    protected override string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        AbsentService.Remedy(uses[0], deployment) ?? base.Remedy(uses, deployment);

    // A target of make that needs docker/Dockerfile stops before its commands run.
    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].Answer is { Presence: Presence.OtherCase, Actual: { } actual, Looked: { Length: > 0 } looked }
        && uses[0].Span.File.Mentions($"{looked}/")
            ? $"Write `{actual}` in {PlaceList.Of(uses)}, and wherever {uses[0].Span.File.Path} has `{looked}/`."
            : base.Remedy(uses);
}
