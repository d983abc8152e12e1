using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Cli.Deploying;

/// <summary>One run of <c>seaworthy backup</c>: copies are made and proven, sent, and only then are old ones removed.</summary>
/// <param name="session">The project.</param>
/// <param name="project">Its services.</param>
/// <param name="policy">Which copies stay.</param>
internal sealed class BackupRun(DeploySession session, ProjectDefinition project, RetentionPolicy policy)
{
    private readonly StoreBackup backups = new(session.Engine, session.State, session.Project, session.CopyKeys);

    /// <summary>The command that sends copies; empty for none.</summary>
    public IReadOnlyList<string> CopyCommand { get; init; } = [];

    /// <summary>Copies that everybody can read may be sent, too.</summary>
    public bool SendsPlain { get; init; }

    /// <exception cref="DeployFailedException">A copy was not made, proven or sent: nothing is removed then.</exception>
    public int Do()
    {
        if (CopyCommand.Count > 0 && session.CopyKeys.Sealing is null && !SendsPlain)
        {
            Console.Error.WriteLine(
                "seaworthy: the copies would leave this machine unencrypted: give a key (--key-file, SEAWORTHY_SECRETS_KEY, --key-command), or say --plain."
            );
            return ExitCode.Usage;
        }

        var stores = Stores().ToList();
        if (stores.Count == 0)
        {
            Console.Error.WriteLine($"seaworthy: no store of {session.Project} runs: there is nothing to copy.");
            return (int)DeployOutcome.Backup;
        }

        foreach (var (service, container) in stores)
        {
            var backup = backups.Make(service.Name, service.Store, container);
            session.Ledger.Write(LedgerEvent.BackupMade, detail: backup.Id);
            if (CopyCommand.Count > 0)
            {
                backup = backups.Send(backup, CopyCommand);
                session.Ledger.Write(LedgerEvent.BackupSent, detail: backup.Id);
            }

            Console.Out.WriteLine(Line(backup));
        }

        foreach (var copy in Retention.Dropped(backups.List(), policy))
        {
            backups.Delete(copy);
            session.Ledger.Write(LedgerEvent.BackupRemoved, detail: copy.Id);
            Console.Out.WriteLine($"{copy.Id, -36}  removed");
        }

        return ExitCode.Fit;
    }

    /// <summary>What a run would do, as far as it can be known before.</summary>
    public int Show()
    {
        foreach (var (service, container) in Stores())
        {
            Console.Out.WriteLine(
                $"would copy    {service.Name} from {container}, {(session.CopyKeys.Sealing is { } key ? $"encrypted with {key.Id}" : "not encrypted")}"
            );
        }

        var all = backups.List();
        var dropped = Retention.Dropped(all, policy);
        foreach (var copy in all)
        {
            Console.Out.WriteLine($"would {(dropped.Contains(copy) ? "remove" : "keep"), -6}  {Line(copy)}");
        }

        return ExitCode.Fit;
    }

    public static string Line(BackupManifest backup) =>
        $"{backup.Id, -36}  {ProgressWriter.Time(backup.At)}  {backup.Bytes, 12:N0} bytes  {(backup.ProvenAt is null ? "unproven" : $"restored, {backup.Compared} compared")}{(backup.Key is null ? ", not encrypted" : ", encrypted")}{(backup.SentAt is null ? "" : ", sent")}";

    private IEnumerable<(ServiceDefinition Service, string Container)> Stores()
    {
        var observed = session.Engine.Observe(session.Project);
        foreach (var service in project.Services.Where(service => service.Store != StoreKind.None))
        {
            if (observed.Running(service.Name) is [var container, ..])
            {
                yield return (service, container.Name);
            }
        }
    }
}
