using System.Formats.Tar;
using System.Security.Cryptography;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>A copy restored into a scratch container without a network, which is gone afterwards.</summary>
internal sealed class BackupProof(DockerEngine engine, CopyFiles files, string project)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>How many tables, indexes and files were compared.</returns>
    public int Compare(BackupManifest manifest, string? source) =>
        StoreCommands.Of(manifest.Kind) is { } commands ? OfDatabase(commands, manifest, source) : OfFiles(manifest);

    private int OfDatabase(StoreCommands commands, BackupManifest manifest, string? source)
    {
        var name = $"{project}-scratch-{manifest.Id}";
        engine.Runner.Run(DockerCommands.Remove(name));
        try
        {
            engine.Do(Scratch(name, manifest.Image));
            engine.Do(DockerCommands.Start(name));
            Await(name, commands);
            var restored = files.RunFrom(manifest, manifest.Parts[0], Shell(name, commands.Restore));
            if (!restored.IsDone)
            {
                throw new DeployFailedException($"the copy {manifest.Id} cannot be restored: {restored.Complaint}");
            }

            var found = Lines(name, commands);
            if (
                source is not null
                && Lines(source, commands) is var original
                && !found.SequenceEqual(original)
                && Shape(found) is var shape
                && !shape.SequenceEqual(Shape(original))
            )
            {
                throw new DeployFailedException($"the copy {manifest.Id} has other tables or indexes than {source}");
            }

            return found.Count;
        }
        finally
        {
            engine.Runner.Run(DockerCommands.Remove(name));
        }
    }

    /// <summary>Rows may have been written since the copy was made; tables and indexes may not.</summary>
    private static IEnumerable<string> Shape(IReadOnlyList<string> lines) =>
        lines.Select(line => line.StartsWith("table ", StringComparison.Ordinal) ? string.Join(' ', line.Split(' ').Take(2)) : line);

    private IReadOnlyList<string> Lines(string container, StoreCommands commands) =>
        engine.Do(Shell(container, commands.Compare)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private void Await(string name, StoreCommands commands)
    {
        for (var until = DateTime.UtcNow + Patience; !engine.Succeeds(Shell(name, commands.Ready)); Thread.Sleep(200))
        {
            if (DateTime.UtcNow > until || engine.Find(name) is not { IsRunning: true })
            {
                throw new DeployFailedException("the scratch container for the restore does not start") { Log = engine.LastLines(name) };
            }
        }
    }

    /// <summary>Its password guards nothing: it has no network, and lives for seconds.</summary>
    private CommandLine Scratch(string name, string image) =>
        DockerCommands.Docker(
            "create",
            "--name",
            name,
            "--label",
            $"{Labels.Project}={project}",
            "--label",
            $"{Labels.Role}=scratch",
            "--network",
            "none",
            "--env",
            "POSTGRES_USER=scratch",
            "--env",
            "POSTGRES_PASSWORD=scratch",
            "--env",
            "POSTGRES_DB=scratch",
            // What lives for seconds need not survive a loss of power.
            "--env",
            "POSTGRES_INITDB_ARGS=--no-sync",
            "--env",
            "MYSQL_ROOT_PASSWORD=scratch",
            "--env",
            "MYSQL_DATABASE=scratch",
            image
        );

    private static CommandLine Shell(string container, string text) => DockerCommands.Execute(container, "/bin/sh", "-c", text);

    /// <summary>Each archive is read to its end, and every file of it hashed: an archive that was cut has no end.</summary>
    private int OfFiles(BackupManifest manifest)
    {
        var name = $"{project}-scratch-{manifest.Id}";
        engine.Runner.Run(DockerCommands.Remove(name));
        try
        {
            engine.Do(Scratch(name, manifest.Image));
            return manifest.Parts.Sum(part => OfArchive(name, manifest, part));
        }
        finally
        {
            engine.Runner.Run(DockerCommands.Remove(name));
        }
    }

    private int OfArchive(string scratch, BackupManifest manifest, BackupPart part)
    {
        var above = part.Path.TrimEnd('/').LastIndexOf('/') is > 0 and var at ? part.Path[..at] : "/";
        var restored = files.RunFrom(manifest, part, DockerCommands.CopyIn(scratch, above));
        if (!restored.IsDone)
        {
            throw new DeployFailedException($"{part.File} cannot be restored: {restored.Complaint}");
        }

        IReadOnlyList<string>? original = null;
        IReadOnlyList<string>? again = null;
        files.Read(manifest, part, stream => original = Sums(stream));
        engine.Runner.Run(DockerCommands.CopyOut(scratch, part.Path), stream => again = Sums(stream));
        return original is null || again is null ? throw new DeployFailedException($"{part.File} cannot be read to its end")
            : original.SequenceEqual(again) ? original.Count
            : throw new DeployFailedException($"{part.File} is not the same after it was restored");
    }

    /// <summary>Null for an archive that was cut.</summary>
    private static IReadOnlyList<string>? Sums(Stream archive)
    {
        try
        {
            return [.. Files(archive).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Files(Stream archive)
    {
        using TarReader reader = new(archive, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                yield return $"{entry.Name} {(entry.DataStream is { } data ? Convert.ToHexStringLower(SHA256.HashData(data)) : "")}";
            }
        }
    }
}
