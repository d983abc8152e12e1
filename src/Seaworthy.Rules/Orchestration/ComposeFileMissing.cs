using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A command, an include or an extends names a compose file that is not there.</summary>
internal sealed class ComposeFileMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/compose-file-missing",
            Title = "Compose file that does not exist",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "Compose stops at once: `no such file or directory`. What the command was to start, migrate or back up does not happen.",
            Holds = "The compose file that is named exists.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.ComposeFile];

    // What git ignores by name is meant to be each person's own.
    protected override bool IsCertain(PathUse use) =>
        base.IsCertain(use) && use.ToldAt is null && use.Answer.Presence != Presence.IgnoredByGit;

    protected override string Names(PathUse use) => $"{use.Subject} loads the compose file {use.Path}";

    protected override string Consequence(PathUse use) =>
        use.ToldAt is { } place ? $"docker compose stops here until somebody did what {place} says" : "docker compose stops here";
}
