using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Backup;

/// <summary>A backup pipes a dump into another program, whose success hides that the dump failed.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.9.2 "Pipelines": the status is that of the last command; Bash manual, "pipefail".</remarks>
internal sealed class DumpFailureMasked : Rule<CommandSite>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "backup/dump-failure-masked",
            Title = "Masked backup failure",
            Area = Area.Backup,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "An empty or broken archive counts as a good backup, and the rotation deletes the last one that could be restored.",
            Holds = "A failed dump fails the backup.",
        };

    public override IEnumerable<CommandSite> Subjects(Deployment deployment) =>
        deployment.Commands.Where(site => Dump(site) is not null).DistinctBy(site => site.Span);

    protected override Subject Identify(CommandSite subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(CommandSite subject, Deployment deployment)
    {
        if (subject.Command is not { LostTo: { } last, IsInSubstitution: false } || Dump(subject) is not { } dump)
        {
            yield break;
        }

        var next = string.Join(' ', last.Select(word => word.Raw));
        yield return Warn(subject.Span, $"{subject.Subject} pipes `{dump.Tool}` into `{next}`, which succeeds although the dump fails.")
            .Remedy(
                $"Put `set -o pipefail` before {subject.Span} in a Bash script, or write the dump to a file first and compress it when it succeeded."
            )
            .Verify($"git grep -n pipefail -- {subject.Span.File.Path}   # must find it");
    }

    /// <summary>The dump, be it in a container or on another machine.</summary>
    private static DatabaseCommand? Dump(CommandSite site) =>
        site
            .Known.Concat(site.Known.SelectMany(known => known.Carried is { } carried ? KnownCommand.Of(carried) : []))
            .OfType<DatabaseCommand>()
            .FirstOrDefault(known => known is { Purpose: DatabasePurpose.Dump, IsWithoutData: false });
}
