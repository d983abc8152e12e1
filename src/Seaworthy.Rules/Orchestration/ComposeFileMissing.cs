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

    // Each developer creates the files that git ignores.
    protected override bool IsCertain(PathUse use) =>
        base.IsCertain(use) && use.ToldAt is null && use.Answer.Presence != Presence.IgnoredByGit;

    protected override string Names(PathUse use) => $"{use.Subject} loads the compose file `{use.Path}`";

    protected override string Consequence(PathUse use) =>
        use.ToldAt is { } place ? $"docker compose fails unless {place} is done first" : "docker compose fails";
}
