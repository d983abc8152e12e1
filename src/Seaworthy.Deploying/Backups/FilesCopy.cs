using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>The volumes of a container as archives. A SQLite database in one is copied once more while all that use the volume are paused: it is then as a program that crashed leaves it, and SQLite opens that.</summary>
/// <remarks>Source: SQLite documentation, "How To Corrupt An SQLite Database File" (1.2 Backup or restore while a transaction is active, 1.4 log and journal belong to the file).</remarks>
internal sealed class FilesCopy(DockerEngine engine, StateDirectory state, CopyFiles files)
{
    public IReadOnlyList<BackupPart> Save(BackupManifest manifest, string container)
    {
        var volumes = Written(container);
        List<BackupPart> saved = [];
        List<(SqliteFile Database, string Path)> found = [];
        foreach (var (volume, number) in volumes.Select((volume, number) => (volume, number)))
        {
            var part = files.Save(manifest, BackupPart.OfVolume(number, volume.Target), DockerCommands.CopyOut(container, volume.Target));
            saved.Add(part);
            files.Read(manifest, part, archive => found.AddRange(SqliteFile.In(archive).Select(file => (file, PathOf(part, file)))));
        }

        if (found.Count > 0)
        {
            using PausedContainers paused = new(engine, state, Users(volumes));
            foreach (var ((database, path), number) in found.Select((each, number) => (each, number)))
            {
                saved.Add(files.Save(manifest, BackupPart.Sqlite(number, path, ""), DockerCommands.CopyOut(container, path)));
                saved.Add(Beside(manifest, container, database, BackupPart.Sqlite(number, path, database.Ending)));
            }
        }

        return saved;
    }

    /// <summary>Puts the databases of a copy in their place while nothing that uses their volumes runs.</summary>
    /// <param name="manifest">The copy.</param>
    /// <param name="container">Where they were.</param>
    /// <param name="grace">How many seconds a service has to end.</param>
    /// <returns>Their paths.</returns>
    /// <exception cref="DeployFailedException">The copy has none, or the container has no volume where they were.</exception>
    public IReadOnlyList<string> Restore(BackupManifest manifest, string container, Func<string, int> grace)
    {
        var parts = manifest.Parts.Where(part => part.IsOfSqlite).ToList();
        if (parts.Count == 0)
        {
            throw new DeployFailedException("only databases are restored in their place: put files back with docker cp");
        }

        var volumes = Written(container);
        var lost = parts.FirstOrDefault(part => !volumes.Any(volume => Holds(volume, part)));
        if (lost is not null)
        {
            throw new DeployFailedException($"{container} has no volume for {lost.Path}");
        }

        var users = Users([.. volumes.Where(volume => parts.Any(part => Holds(volume, part)))]);
        try
        {
            foreach (var user in users)
            {
                engine.Do(DockerCommands.Stop(user, grace(engine.Find(user)?.Service ?? "")));
            }

            foreach (var part in parts)
            {
                var result = files.RunFrom(manifest, part, DockerCommands.CopyIn(container, part.Directory));
                if (!result.IsDone)
                {
                    throw new DeployFailedException($"{part.Path} was not put back: {result.Complaint}");
                }
            }
        }
        finally
        {
            foreach (var user in users)
            {
                engine.Do(DockerCommands.Start(user));
            }
        }

        return [.. parts.Where(part => part.IsSqlite).Select(part => part.Path)];
    }

    private static bool Holds(ObservedMount volume, BackupPart part) =>
        part.Path.StartsWith(volume.Target.TrimEnd('/') + "/", StringComparison.Ordinal) && !part.Path.Split('/').Contains("..");

    private static string PathOf(BackupPart volume, SqliteFile file) => $"{volume.Directory.TrimEnd('/')}/{file.Name}";

    /// <summary>The log or the journal; an empty one where there is none.</summary>
    private BackupPart Beside(BackupManifest manifest, string container, SqliteFile database, BackupPart part)
    {
        try
        {
            return files.Save(manifest, part, DockerCommands.CopyOut(container, part.Path));
        }
        catch (DeployFailedException failure) when (IsMissing(failure))
        {
            return files.Save(manifest, part, database.WriteEmpty);
        }
    }

    // As the engine says it from release 23 on, and the command line before.
    private static bool IsMissing(DeployFailedException failure) =>
        failure.Message.Contains("Could not find the file", StringComparison.OrdinalIgnoreCase)
        || failure.Message.Contains("No such container:path", StringComparison.OrdinalIgnoreCase);

    /// <summary>Another container may write to the same database.</summary>
    private List<string> Users(IReadOnlyList<ObservedMount> volumes) =>
        [
            .. volumes
                .SelectMany(volume => engine.Do(DockerCommands.RunningWith(volume.Source)).Output.Split('\n'))
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>A file or directory of the host is no volume: it is a configuration of the repository, or the engine's socket.</summary>
    private List<ObservedMount> Written(string container) =>
        [
            .. (engine.Find(container)?.Mounts ?? [])
                .Where(mount => mount is { IsVolume: true, IsReadOnly: false })
                .OrderBy(volume => volume.Target, StringComparer.Ordinal),
        ];
}
