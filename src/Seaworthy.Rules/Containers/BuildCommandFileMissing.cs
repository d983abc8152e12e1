using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A command of a RUN instruction needs a file that the image does not hold at that point.</summary>
internal sealed class BuildCommandFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/build-command-file-missing",
            Title = "Missing file for RUN command",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The command fails and stops the build: no image, no deployment.",
            Holds = "The image has the files that build commands need.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.BuildCommandFile];

    // What one manifest names is missing from every Dockerfile that was written before it was added there.
    protected override object OneCause(PathUse use, RepositoryTree tree) =>
        use is { Answer.Presence: Presence.Absent, FromSpan: { } from } && from.File != use.Span.File ? new { Manifest = from.File.Path }
        : use is { Answer: { Presence: Presence.IgnoredByGit, Because: { } line } } ? new { Line = line }
        : base.OneCause(use, tree);

    protected override string Names(PathUse use) =>
        use.Tool.Length > 0
            ? $"{use.Subject} runs `{use.Tool}` in {use.From}, which needs {use.Path}"
            : $"{use.Subject} runs a command on {use.Path} in {use.From}";

    protected override string Consequence(PathUse use) =>
        use.Tool.EndsWith("--no-restore", StringComparison.Ordinal) ? "that build fails with NETSDK1004" : "the build fails";

    protected override CommandText Check(PathUse use, Deployment deployment) => BuiltImage.Build(use.Subject, deployment);

    protected override string Reason(PathUse use) =>
        use.Answer switch
        {
            { Presence: Presence.Elsewhere, Actual: { } actual } => $"the image has it at {actual}",
            { Presence: Presence.Absent } => $"no earlier instruction puts {use.Answer.Looked} there",
            _ => MissingPath.Reason(use),
        };

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        uses[0].Answer switch
        {
            { Presence: Presence.Elsewhere, Actual: { } actual } =>
                $"Use {actual} in {PlaceList.Of(uses)}, or copy it to {uses[0].Answer.Looked}.",
            { Presence: Presence.Absent } when uses[0].MadeBy is { } command =>
                $"Run `{command}`, commit the result, and COPY it to {uses[0].Answer.Looked} above {PlaceList.Of(uses)}.",
            { Presence: Presence.Absent } => $"COPY it to {uses[0].Answer.Looked} above {PlaceList.Of(uses)}, or correct the path.",
            _ => MissingPath.Remedy(uses),
        };
}
