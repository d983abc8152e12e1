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
        files.Write(manifest = manifest with { Parts = Saved(manifest, container) });
        return Prove(manifest, container);
    }

    /// <summary>Restores a copy into a scratch container, and compares it with what it was made of when that is given. One that fails counts as unproven again.</summary>
    public BackupManifest Prove(BackupManifest manifest, string? source = null)
    {
        files.Write(manifest with { ProvenAt = null });
        files.Check(manifest);
        var compared = new BackupProof(engine, files, project).Compare(manifest, source);
        var proven = manifest with { ProvenAt = DateTimeOffset.UtcNow, Compared = compared };
        files.Write(proven);
        return proven;
    }

    /// <summary>Puts a copy in the place of what a running store holds. All of it is read and proven before anything is changed.</summary>
    public void Restore(BackupManifest manifest, string container)
    {
        files.Check(manifest);
        var commands =
            StoreCommands.Of(manifest.Kind)
            ?? throw new DeployFailedException("only databases are restored in their place: put files back with docker cp");
        engine.Do(DockerCommands.Execute(container, "/bin/sh", "-c", commands.Empty));
        var result = files.RunFrom(manifest, manifest.Parts[0], DockerCommands.Execute(container, "/bin/sh", "-c", commands.Restore));
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

    private IReadOnlyList<BackupPart> Parts(StoreKind kind, string container) =>
        StoreCommands.Of(kind) is { } commands
            ? [new BackupPart(commands.File, "", 0, "")]
            :
            [
                .. Written(container)
                    .Select(
                        (volume, index) =>
                            new BackupPart(string.Create(CultureInfo.InvariantCulture, $"files-{index}.tar"), volume.Target, 0, "")
                    ),
            ];

    /// <summary>A file or directory of the host is no volume: it is a configuration of the repository, or the engine's socket.</summary>
    private IEnumerable<ObservedMount> Written(string container) =>
        (engine.Find(container)?.Mounts ?? [])
            .Where(mount => mount is { IsVolume: true, IsReadOnly: false })
            .OrderBy(volume => volume.Target, StringComparer.Ordinal);

    /// <summary>A copy that failed is no copy, and a full disk stays full while it lies there.</summary>
    private IReadOnlyList<BackupPart> Saved(BackupManifest manifest, string container)
    {
        try
        {
            return [.. Parts(manifest.Kind, container).Select(part => Save(manifest, container, part))];
        }
        catch (DeployFailedException)
        {
            files.Delete(manifest);
            throw;
        }
    }

    private BackupPart Save(BackupManifest manifest, string container, BackupPart part)
    {
        var line =
            part.Path.Length > 0
                ? DockerCommands.CopyOut(container, part.Path)
                : DockerCommands.Execute(container, "/bin/sh", "-c", StoreCommands.Of(manifest.Kind)?.Dump ?? "false");
        return files.Save(manifest, part, line);
    }
}
