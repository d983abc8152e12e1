using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A command, `include` or `extends` names a compose file that does not exist.</summary>
internal sealed class ComposeFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/compose-file-missing",
            Title = "Missing Compose file",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Compose stops with `no such file or directory`, so the start, migration or backup does not happen.",
            Holds = "The named compose file exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.ComposeFile];

    protected override string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        uses[0].Tool.Length == 0 ? base.Remedy(uses, deployment)
        : Named(uses[0], deployment) is { } named ? $"Add `-f {named}` in {uses[0].Span}, as the other commands have it."
        : $"Add `-f` with the file that is meant in {uses[0].Span}, or add {uses[0].Answer.Looked}.";

    /// <summary>The file that another command of the same file names, and that is there.</summary>
    private static string? Named(PathUse use, Deployment deployment) =>
        deployment
            .ComposeCalls.Where(call => call.NamesFiles && call.Site.Span.File == use.Span.File)
            .SelectMany(call => call.Files)
            .FirstOrDefault(file => file.File is not null)
            ?.Path;

    // Each developer creates the files that git ignores.
    protected override bool IsCertain(PathUse use) =>
        base.IsCertain(use) && use.ToldAt is null && use.Answer.Presence != Presence.IgnoredByGit;

    protected override string Names(PathUse use) =>
        use.Tool.Length > 0
            ? $"{use.Subject} runs `{use.Tool}` in {use.From}, which looks for `{use.Path}` or `docker-compose.yml`"
            : $"{use.Subject} loads the compose file `{use.Path}`";

    protected override string Consequence(PathUse use) =>
        use.ToldAt is { } place ? $"docker compose fails unless {place} is done first" : "docker compose fails";
}
