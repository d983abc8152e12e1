using System.CommandLine;
using Seaworthy.Deploying.Ledger;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy releases</c>: what was deployed, and when.</summary>
internal static class ReleasesCommand
{
    private static readonly DeployArguments Arguments = new();

    public static Command Create()
    {
        Command command = new("releases", "List what was deployed, the newest first.");
        Arguments.AddTo(command);
        command.SetAction(parsed =>
            Arguments.Cluster(parsed) is null
                ? Arguments.Look(parsed, (session, _) => Run(session.Ledger.Read()))
                : new ClusterLook(Arguments).Run(parsed, session => Run(session.Ledger.Read()))
        );
        return command;
    }

    private static int Run(History history)
    {
        foreach (var entry in history.Entries.Where(entry => entry.Event == LedgerEvent.Promoted).Reverse())
        {
            if (entry.Record is { } release)
            {
                Console.Out.WriteLine(Line(entry, release, release == history.Current));
            }
        }

        return ExitCode.Fit;
    }

    private static string Line(LedgerEntry entry, ReleaseRecord release, bool isCurrent)
    {
        var commit = release.Commit is { Length: > 7 } hash ? hash[..7] + (release.HasChanges ? "+" : "") : "-";
        var what =
            release.RollbackTo is { } back ? $"back to {back}"
            : release.Migrations.Count > 0 ? $"ran {string.Join(", ", release.Migrations)}"
            : "";
        return $"{(isCurrent ? "*" : " ")} {release.Number, 4}  {ProgressWriter.Time(entry.At)}  {commit, -8}  {entry.By}  {what}".TrimEnd();
    }
}
