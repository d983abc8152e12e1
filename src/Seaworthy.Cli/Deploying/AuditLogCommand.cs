using System.CommandLine;
using Seaworthy.Deploying.Running;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy audit-log</c>: the ledger, line by line.</summary>
internal static class AuditLogCommand
{
    private static readonly DeployArguments Arguments = new();

    public static Command Create()
    {
        Command command = new("audit-log", "Print who did what, and when.");
        Arguments.AddTo(command);
        command.SetAction(parsed => Arguments.Look(parsed, (session, _) => Run(session)));
        return command;
    }

    private static int Run(DeploySession session)
    {
        foreach (var entry in session.Ledger.Read().Entries)
        {
            Console.Out.WriteLine(
                Quote
                    .Text(
                        $"{ProgressWriter.Time(entry.At)}  {entry.By}  {entry.Release, 4}  {entry.Event, -11} {entry.Step, -20} {entry.Detail}"
                    )
                    .TrimEnd()
            );
        }

        return ExitCode.Fit;
    }
}
