using System.Globalization;
using System.Text.Json;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>Makes copies of stores, and proves each by restoring it into a scratch container.</summary>
public sealed class StoreBackup(DockerEngine engine, StateDirectory state, string project)
{
    private const string ManifestName = "manifest.json";

    /// <summary>All that were made, the newest last.</summary>
    public IReadOnlyList<BackupManifest> List() =>
        [
            .. state
                .Host.List(state.BackupDirectory)
                .Select(name => state.Host.Read($"{state.BackupDirectory}/{name}/{ManifestName}"))
                .OfType<string>()
                .Select(text => JsonSerializer.Deserialize(text, LedgerJson.Default.BackupManifest))
                .OfType<BackupManifest>()
                .OrderBy(manifest => manifest.At),
        ];

    /// <summary>A proven copy.</summary>
    public BackupManifest Make(string service, StoreKind kind, string container)
    {
        var at = DateTimeOffset.UtcNow;
        var id = string.Create(CultureInfo.InvariantCulture, $"{service}-{at:yyyyMMdd-HHmmss-fff}");
        var image = engine.Find(container)?.Image ?? throw new DeployFailedException($"the container {container} is gone");
        var directory = $"{state.BackupDirectory}/{id}";
        state.Host.MakeDirectory(directory);
        BackupManifest manifest = new(id, service, kind, at)
        {
            Image = image,
            Parts = [.. Parts(kind, container).Select(part => Save(directory, container, part))],
        };
        Write(manifest);
        return Prove(manifest, container);
    }

    /// <summary>Restores a copy into a scratch container, and compares it with what it was made of when that is given.</summary>
    public BackupManifest Prove(BackupManifest manifest, string? source = null)
    {
        var compared = new BackupProof(engine, state, project).Compare(manifest, Directory(manifest), source);
        var proven = manifest with { ProvenAt = DateTimeOffset.UtcNow, Compared = compared };
        Write(proven);
        return proven;
    }

    /// <summary>Puts a copy in the place of what a running store holds.</summary>
    public void Restore(BackupManifest manifest, string container)
    {
        CheckSums(manifest);
        var commands =
            StoreCommands.Of(manifest.Kind)
            ?? throw new DeployFailedException("only databases are restored in their place: put files back with docker cp");
        engine.Do(DockerCommands.Execute(container, "/bin/sh", "-c", commands.Empty));
        var result = state.Host.RunFrom(
            $"{Directory(manifest)}/{manifest.Parts[0].File}",
            DockerCommands.Execute(container, "/bin/sh", "-c", commands.Restore)
        );
        if (!result.IsDone)
        {
            throw new DeployFailedException($"the restore of {manifest.Id} failed: {result.Complaint}");
        }
    }

    private string Directory(BackupManifest manifest) => $"{state.BackupDirectory}/{manifest.Id}";

    private void CheckSums(BackupManifest manifest)
    {
        foreach (var part in manifest.Parts)
        {
            if (state.Host.Sum($"{Directory(manifest)}/{part.File}").Sha256 != part.Sha256)
            {
                throw new DeployFailedException($"{part.File} of {manifest.Id} is not as it was written");
            }
        }
    }

    private IReadOnlyList<BackupPart> Parts(StoreKind kind, string container) =>
        StoreCommands.Of(kind) is { } commands
            ? [new BackupPart(commands.File, "", 0, "")]
            :
            [
                .. (engine.Find(container)?.MountTargets ?? []).Select(
                    (path, index) => new BackupPart(string.Create(CultureInfo.InvariantCulture, $"files-{index}.tar"), path, 0, "")
                ),
            ];

    private BackupPart Save(string directory, string container, BackupPart part)
    {
        var path = $"{directory}/{part.File}";
        var line =
            part.Path.Length > 0
                ? DockerCommands.CopyOut(container, part.Path)
                : DockerCommands.Execute(container, "/bin/sh", "-c", StoreCommands.Of(KindOf(part))?.Dump ?? "false");
        var result = state.Host.RunTo(path, line);
        if (!result.IsDone)
        {
            throw new DeployFailedException($"the copy of {container} failed: {result.Complaint}");
        }

        var (bytes, sum) = state.Host.Sum(path);
        return part with { Bytes = bytes, Sha256 = sum };
    }

    private static StoreKind KindOf(BackupPart part) =>
        Enum.GetValues<StoreKind>().FirstOrDefault(kind => StoreCommands.Of(kind)?.File == part.File);

    private void Write(BackupManifest manifest) =>
        state.Host.Write($"{Directory(manifest)}/{ManifestName}", JsonSerializer.Serialize(manifest, LedgerJson.Default.BackupManifest));
}
