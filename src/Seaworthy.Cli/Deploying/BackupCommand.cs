using System.CommandLine;
using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy backup</c>, <c>drill</c> and <c>restore</c>: copies of stores.</summary>
internal static class BackupCommand
{
    public const string Lesson = """
        Each copy is restored into a scratch container before it counts. One that was never restored is shown as unproven.

        Examples:
          seaworthy backup                 copy every store of the project
          seaworthy backup --list          what there is
          seaworthy drill                  restore the newest copy of each store into scratch again
          seaworthy restore --id ID --yes  put a copy in the place of what the database holds
        """;

    private static readonly DeployArguments Arguments = new();

    private static readonly Option<bool> List = new("--list") { Description = "List the copies instead." };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Lose what was written since the copy was made." };

    private static readonly Option<string> Id = new("--id")
    {
        Description = "Copy to restore ('seaworthy backup --list').",
        HelpName = "id",
        Required = true,
    };

    public static Command Create()
    {
        Command command = new("backup", "Copy every store that runs, and prove each copy by a restore.") { List };
        Arguments.AddTo(command);
        command.SetAction(parsed => parsed.GetValue(List) ? Arguments.Look(parsed, (session, _) => Show(session)) : Change(parsed, Make));
        return command;
    }

    public static Command CreateDrill()
    {
        Command command = new("drill", "Restore the newest copy of each store into a scratch container.");
        Arguments.AddTo(command);
        command.SetAction(parsed => Change(parsed, Drill));
        return command;
    }

    public static Command CreateRestore()
    {
        Command command = new("restore", "Put a copy in the place of what a database holds.") { Id, Yes };
        Arguments.AddTo(command);
        command.SetAction(parsed => Change(parsed, (session, target) => Restore(parsed, session, target)));
        return command;
    }

    private static int Show(DeploySession session)
    {
        foreach (var backup in Backups(session).List())
        {
            Console.Out.WriteLine(Line(backup));
        }

        return ExitCode.Fit;
    }

    private static int Change(ParseResult parsed, Func<DeploySession, DeployTarget, int> change)
    {
        if (Arguments.Target(parsed) is not { } target)
        {
            return ExitCode.Usage;
        }

        return Arguments.Round(parsed).Run(host => Change(parsed, host, target, change));
    }

    private static int Change(ParseResult parsed, IHost host, DeployTarget target, Func<DeploySession, DeployTarget, int> change)
    {
        using var held = Arguments.Hold(parsed, host, target, new ProgressWriter(isJson: false, host).Write, out var code);
        if (held is null)
        {
            return code;
        }

        try
        {
            return change(held.Session, target);
        }
        catch (DeployFailedException failure)
        {
            Console.Error.WriteLine($"seaworthy: {failure.Message}.");
            return (int)DeployOutcome.Backup;
        }
    }

    private static int Make(DeploySession session, DeployTarget target)
    {
        var observed = session.Engine.Observe(session.Project);
        foreach (var service in target.Rendered.Project.Services.Where(service => service.Store != StoreKind.None))
        {
            if (observed.Running(service.Name) is [var container, ..])
            {
                var backup = Backups(session).Make(service.Name, service.Store, container.Name);
                session.Ledger.Write(LedgerEvent.BackupMade, detail: backup.Id);
                Console.Out.WriteLine(Line(backup));
            }
        }

        return ExitCode.Fit;
    }

    private static int Drill(DeploySession session, DeployTarget target)
    {
        foreach (var newest in Backups(session).List().GroupBy(backup => backup.Service).Select(group => group.Last()))
        {
            Console.Out.WriteLine(Line(Backups(session).Prove(newest)));
        }

        return ExitCode.Fit;
    }

    private static int Restore(ParseResult parsed, DeploySession session, DeployTarget target)
    {
        if (Backups(session).List().FirstOrDefault(backup => backup.Id == parsed.GetValue(Id)) is not { } found)
        {
            Console.Error.WriteLine("seaworthy: there is no such copy; 'seaworthy backup --list' lists them.");
            return ExitCode.Usage;
        }

        if (!parsed.GetValue(Yes))
        {
            Console.Error.WriteLine(
                $"seaworthy: what was written to {found.Service} since {ProgressWriter.Time(found.At)} would be lost; say --yes."
            );
            return ExitCode.Usage;
        }

        if (session.Engine.Observe(session.Project).Running(found.Service) is not [var container, ..])
        {
            Console.Error.WriteLine($"seaworthy: {found.Service} does not run.");
            return ExitCode.Incomplete;
        }

        Backups(session).Restore(found, container.Name);
        session.Ledger.Write(LedgerEvent.Restored, detail: found.Id);
        Console.Out.WriteLine($"{found.Service} holds what it held on {ProgressWriter.Time(found.At)}.");
        return ExitCode.Fit;
    }

    private static StoreBackup Backups(DeploySession session) => new(session.Engine, session.State, session.Project);

    private static string Line(BackupManifest backup) =>
        $"{backup.Id, -36}  {ProgressWriter.Time(backup.At)}  {backup.Bytes, 12:N0} bytes  {(backup.ProvenAt is null ? "unproven" : $"restored, {backup.Compared} compared")}";
}
