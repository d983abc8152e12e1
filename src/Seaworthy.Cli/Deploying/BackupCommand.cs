using System.CommandLine;
using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy backup</c>, <c>drill</c> and <c>restore</c>: copies of stores.</summary>
internal static class BackupCommand
{
    public const string Lesson = """
        Each copy is restored into a scratch container before it counts. One that was never restored, or failed the last time, is
        shown as unproven. Copies are encrypted when a key is given, or when the project has a secrets file ('seaworthy secrets').
        With --keep-… older copies are removed after the new ones are proven and sent; the newest proven copy of a store stays.

        Examples:
          seaworthy backup                 copy every store of the project
          seaworthy backup --list          what there is
          seaworthy backup --keep-daily 7 --keep-weekly 4 --dry-run
          seaworthy backup --copy-command 'rclone copy {} remote:shop/{id}'
          seaworthy backup --schedule daily --keep-daily 7 --key-file /etc/shop.key
          seaworthy drill                  restore the newest copy of each store into scratch again
          seaworthy restore --id ID --yes  put a copy in the place of what the database holds
        """;

    private const string NoCluster = "copy its databases by a CronJob of the cluster";

    private static readonly DeployArguments Arguments = new();

    private static readonly KeyArguments Keys = new();

    private static readonly BackupArguments Copies = new(Keys);

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Print what would be copied and removed; change nothing.",
    };

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
        Command command = new("backup", "Copy every store that runs, and prove each copy by a restore.") { List, DryRun };
        Arguments.AddTo(command, noCluster: NoCluster);
        Copies.AddTo(command);
        command.Validators.Add(result =>
        {
            if (Copies.IsSending(result) && Arguments.IsElsewhere(result))
            {
                result.AddError("--copy-command sends copies of this machine; those of a host of --on lie there: run it on the host.");
            }
        });
        command.SetAction(parsed =>
            parsed.GetValue(List) ? Arguments.Look(parsed, (session, _) => Show(session))
            : Copies.When(parsed) is { } when ? PrintSchedule(parsed, when)
            : parsed.GetValue(DryRun) ? Keyed(parsed, target => Arguments.Looks(parsed).Run(host => Foresee(parsed, host, target)))
            : Change(parsed, (session, target) => Run(parsed, session, target).Do())
        );
        return command;
    }

    public static Command CreateDrill()
    {
        Command command = new("drill", "Restore the newest copy of each store into a scratch container.");
        Arguments.AddTo(command, noCluster: NoCluster);
        Keys.AddTo(command);
        command.SetAction(parsed => Change(parsed, Drill));
        return command;
    }

    public static Command CreateRestore()
    {
        Command command = new("restore", "Put a copy in the place of what a database holds.") { Id, Yes };
        Arguments.AddTo(command, noCluster: NoCluster);
        Keys.AddTo(command);
        command.SetAction(parsed => Change(parsed, (session, target) => Restore(parsed, session, target)));
        return command;
    }

    private static int Show(DeploySession session)
    {
        var all = Backups(session).List();
        if (all.Count == 0)
        {
            Console.Error.WriteLine($"seaworthy: there is no copy of {session.Project}: 'seaworthy backup' makes one.");
        }

        foreach (var backup in all)
        {
            Console.Out.WriteLine(BackupRun.Line(backup));
        }

        return ExitCode.Fit;
    }

    private static int PrintSchedule(ParseResult parsed, string when)
    {
        if (Arguments.Target(parsed) is not { } target)
        {
            return ExitCode.Usage;
        }

        var line = Copies.Repeated(parsed, Arguments.Root(parsed));
        Console.Out.Write(Schedule.Of(when, ScheduledJob.Backup(target.Rendered.Project.Name), Environment.UserName, line));
        if (KeyArguments.Set(ProcessRunner.KeyVariable) is not null)
        {
            Console.Error.WriteLine($"seaworthy: {ProcessRunner.KeyVariable} is not in what is printed: name the key with --key-file.");
        }

        return ExitCode.Fit;
    }

    private static int Foresee(ParseResult parsed, IHost host, DeployTarget target)
    {
        var session = Arguments.Session(parsed, host, target);
        return DeployArguments.IsReachable(session) ? Run(parsed, session, target).Show() : ExitCode.Incomplete;
    }

    private static BackupRun Run(ParseResult parsed, DeploySession session, DeployTarget target) =>
        new(session, target.Rendered.Project, Copies.Policy(parsed))
        {
            CopyCommand = Copies.CopyCommand(parsed),
            SendsPlain = Copies.SendsPlain(parsed),
        };

    /// <summary>The target with the keys for its copies.</summary>
    private static int Keyed(ParseResult parsed, Func<DeployTarget, int> act)
    {
        if (Arguments.Target(parsed) is not { } target)
        {
            return ExitCode.Usage;
        }

        try
        {
            var keys = BackupArguments.Keys(parsed, Keys, Arguments.Root(parsed), Arguments.Environment(parsed));
            return act(target with { CopyKeys = keys });
        }
        catch (SecretsException exception)
        {
            Console.Error.WriteLine($"seaworthy: {exception.Message}.");
            return (int)DeployOutcome.Backup;
        }
    }

    private static int Change(ParseResult parsed, Func<DeploySession, DeployTarget, int> change) =>
        Keyed(parsed, target => Arguments.Round(parsed).Run(host => Change(parsed, host, target, change)));

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
            return Failed(failure.Message);
        }
    }

    private static int Failed(string message)
    {
        Console.Error.WriteLine($"seaworthy: {message}.");
        return (int)DeployOutcome.Backup;
    }

    /// <summary>One copy that fails keeps no other from being tried. A store without a copy is a failure: a drill that proves nothing must not look well.</summary>
    private static int Drill(DeploySession session, DeployTarget target)
    {
        var code = ExitCode.Fit;
        var all = Backups(session).List();
        var stores = target.Rendered.Project.Services.Where(service => service.Store != StoreKind.None).Select(service => service.Name);
        foreach (var store in stores.Except(all.Select(backup => backup.Service), StringComparer.Ordinal))
        {
            code = Failed($"there is no copy of {store}: 'seaworthy backup' makes one");
        }

        foreach (var newest in all.GroupBy(backup => backup.Service).Select(group => group.Last()))
        {
            try
            {
                Console.Out.WriteLine(BackupRun.Line(Backups(session).Prove(newest)));
            }
            catch (DeployFailedException failure)
            {
                code = Failed(failure.Message);
            }
        }

        return code;
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

        var paths = Backups(session).Restore(found, container.Name, target.Rendered.Project.GraceOf);
        session.Ledger.Write(LedgerEvent.Restored, detail: found.Id);
        Console.Out.WriteLine(
            paths.Count == 0
                ? $"{found.Service} holds what it held on {ProgressWriter.Time(found.At)}."
                : $"{string.Join(", ", paths)} of {found.Service}: as on {ProgressWriter.Time(found.At)}. Other files stay as they are: put them back with docker cp."
        );
        return ExitCode.Fit;
    }

    private static StoreBackup Backups(DeploySession session) => new(session.Engine, session.State, session.Project, session.CopyKeys);
}
