using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose service reads an env file that is not there.</summary>
internal sealed class EnvFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/env-file-missing",
            Title = "Env file that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Compose refuses to start the project: `env file … not found`.",
            Holds = "The env file is there, or a template of it.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.EnvFile];

    protected override bool IsJudged(PathUse use) => !use.IsConditional;

    // A hidden file such as `.env` is made where the software is deployed, and a repository rightly lacks it.
    protected override bool IsCertain(PathUse use) =>
        use.Answer.Presence is not Presence.IgnoredByGit && use.Answer.Looked[(use.Answer.Looked.LastIndexOf('/') + 1)..] is not ['.', ..];

    // Files for several environments beside each other copy the same line.
    protected override object OneCause(PathUse use, RepositoryTree tree) => new { use.Answer.Looked, use.Span.File.Directory };

    protected override string Names(PathUse use) => $"{use.Subject} reads the env file {use.Path}";

    protected override string Consequence(PathUse use) =>
        IsCertain(use)
            ? "docker compose refuses the project"
            : "docker compose refuses the project in a fresh clone, and no template beside it tells what to put there";
}
