using System.Globalization;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>Makes copies of stores, and proves each by restoring it into a scratch container.</summary>
public sealed class StoreBackup(DockerEngine engine, StateDirectory state, string project, CopyKeys keys)
{
    private readonly CopyFiles files = new(state, keys);

    /// <summary>All that were made, the newest last.</summary>
    public IReadOnlyList<BackupManifest> List() => files.List();

    /// <summary>A proven copy.</summary>
    public BackupManifest Make(string service, StoreKind kind, string container)
    {
        var at = DateTimeOffset.UtcNow;
        var id = string.Create(CultureInfo.InvariantCulture, $"{service}-{at:yyyyMMdd-HHmmss-fff}");
        var image = engine.Find(container)?.Image ?? throw new DeployFailedException($"the container {container} is gone");
        BackupManifest manifest = new(id, service, kind, at) { Image = image, Key = keys.Sealing?.Id };
        var before = new BackupProof(engine, files, project).Said(StoreCommands.Of(kind), container);
        files.Write(manifest = manifest with { Parts = Saved(manifest, container) });
        return Prove(manifest, container, before);
    }

    /// <summary>Restores a copy into a scratch container, and compares it with what it was made of when that is given. One that fails counts as unproven again.</summary>
    /// <param name="manifest">The copy.</param>
    /// <param name="source">The container that it was made from.</param>
    /// <param name="before">What the store said before the copy was made.</param>
    public BackupManifest Prove(BackupManifest manifest, string? source = null, IReadOnlyList<string>? before = null)
    {
        files.Write(manifest with { ProvenAt = null });
        files.Check(manifest);
        var compared = new BackupProof(engine, files, project).Compare(manifest, source, before);
        var proven = manifest with { ProvenAt = DateTimeOffset.UtcNow, Compared = compared };
        files.Write(proven);
        return proven;
    }

    /// <summary>Puts a copy in the place of what a running store holds. All of it is read, and was restored once, before anything is changed.</summary>
    /// <param name="manifest">The copy.</param>
    /// <param name="container">Whose data it is to be.</param>
    /// <param name="grace">How many seconds a service has to end, where one must.</param>
    /// <returns>The paths that were put back; empty for the whole store.</returns>
    public IReadOnlyList<string> Restore(BackupManifest manifest, string container, Func<string, int> grace)
    {
        files.Check(manifest);
        if (manifest.ProvenAt is null)
        {
            manifest = Prove(manifest);
        }

        if (manifest.Commands is not { } commands)
        {
            return new FilesCopy(engine, state, files).Restore(manifest, container, grace);
        }

        if (commands.Follow is { } follow)
        {
            Follow(manifest, commands, container, follow);
            return [];
        }

        engine.Do(DockerCommands.Script(container, commands.Empty));
        var result = files.RunFrom(manifest, manifest.Parts[0], DockerCommands.Script(container, commands.Restore));
        return result.IsDone ? [] : throw new DeployFailedException($"the restore of {manifest.Id} failed: {result.Complaint}");
    }

    /// <summary>The store takes all from a scratch container in its own network, over the loopback.</summary>
    private void Follow(BackupManifest manifest, StoreCommands commands, string container, string script)
    {
        using var scratch = ScratchContainer.Holding(engine, files, project, manifest, commands, $"container:{container}");
        var login = engine.Find(container) is { } own ? commands.Login(own) : new Dictionary<string, string>();
        var token = engine.Do(DockerCommands.Script(scratch.Name, commands.Token)).Output.Trim();
        var result = engine.Runner.Run(
            DockerCommands.Script(container, script, new Dictionary<string, string>(login) { [RedisLogin.Token] = token })
        );
        if (!result.IsDone)
        {
            throw new DeployFailedException($"the restore of {manifest.Id} failed: {result.Complaint}");
        }
    }

    /// <summary>Sends a copy to another machine.</summary>
    /// <param name="manifest">The copy.</param>
    /// <param name="words">The command, with <c>{}</c> for the directory of the copy.</param>
    public BackupManifest Send(BackupManifest manifest, IReadOnlyList<string> words)
    {
        var line = OffHostCopy.Of(words, files.PathOf(manifest), manifest.Id);
        // It says so of itself at the other end as well.
        var sent = manifest with
        {
            SentAt = DateTimeOffset.UtcNow,
        };
        files.Write(sent);
        if (engine.Runner.Run(line) is { IsDone: false } failed)
        {
            files.Write(manifest);
            throw new DeployFailedException($"{manifest.Id} was not sent: {failed.Complaint}");
        }

        return sent;
    }

    public void Delete(BackupManifest manifest) => files.Delete(manifest);

    /// <summary>A copy that failed is no copy, and a full disk stays full while it lies there.</summary>
    private IReadOnlyList<BackupPart> Saved(BackupManifest manifest, string container)
    {
        try
        {
            return StoreCommands.Of(manifest.Kind) is { } commands
                ? [Save(manifest, container, commands)]
                : new FilesCopy(engine, state, files).Save(manifest, container);
        }
        catch (DeployFailedException)
        {
            files.Delete(manifest);
            throw;
        }
    }

    private BackupPart Save(BackupManifest manifest, string container, StoreCommands commands) =>
        files.Save(
            manifest,
            new BackupPart(commands.File, "", 0, ""),
            DockerCommands.Script(container, commands.Dump, engine.Find(container) is { } own ? commands.Login(own) : null)
        );
}
