using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose service reads an environment file that does not exist.</summary>
internal sealed class EnvFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/env-file-missing",
            Title = "Missing environment file",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Compose does not start the project: `env file … not found`.",
            Holds = "The environment file or a template for it exists.",
        };

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PathUse> subject, Deployment deployment) =>
        base.Check(subject, deployment)
            .Select(verdict =>
                verdict.Outcome == Outcome.Warn && IsDocumentedStart(subject[0], deployment) ? verdict.As(Severity.High) : verdict
            );

    /// <summary>A document has the project started, and nothing there says how to make the file.</summary>
    private static bool IsDocumentedStart(PathUse use, Deployment deployment) =>
        use is { ToldAt: null, MadeAt: null }
        && deployment.Of<Document>().Where(document => document.File.Directory == use.Span.File.Directory).ToList()
            is { Count: > 0 } documents
        && documents
            .SelectMany(document => document.Commands)
            .SelectMany(KnownCommand.Of)
            .OfType<ComposeCommand>()
            .Any(command => command.Verb == "up" && command.Files.Count == 0);

    protected override IReadOnlyList<PathRole> Roles => [PathRole.EnvFile];

    protected override bool IsJudged(PathUse use) => !use.IsConditional;

    // A hidden file such as `.env` is created at deployment and belongs in no repository.
    protected override bool IsCertain(PathUse use) =>
        use.Answer.Presence is not Presence.IgnoredByGit && use.Answer.Looked[(use.Answer.Looked.LastIndexOf('/') + 1)..] is not ['.', ..];

    // Files for several environments repeat the same line.
    protected override object OneCause(PathUse use, RepositoryTree tree) => new { use.Answer.Looked, use.Span.File.Directory };

    protected override string Names(PathUse use) => $"{use.Subject} reads the environment file `{use.Path}`";

    protected override string Consequence(PathUse use) =>
        IsCertain(use) ? "docker compose fails" : "docker compose fails, and no template shows its content";
}
