using System.Formats.Tar;
using System.Security.Cryptography;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>The archives of a copy put into a scratch container and read back, and its SQLite databases opened there.</summary>
internal sealed class FilesProof(DockerEngine engine, CopyFiles files, string project)
{
    /// <returns>How many files were compared.</returns>
    public int Compare(BackupManifest manifest)
    {
        var databases = manifest.Parts.Where(part => part.IsSqlite).ToList();
        using ScratchContainer scratch = new(engine, project, manifest, [SqliteProbe.Script, "sh", .. databases.Select(part => part.Path)]);
        var compared = manifest.Parts.Sum(part => OfArchive(scratch.Name, manifest, part));
        if (databases.Count > 0)
        {
            Open(scratch.Name, manifest);
        }

        return compared;
    }

    /// <summary>Each archive is read to its end, and every file of it hashed: an archive that was cut has no end.</summary>
    private int OfArchive(string scratch, BackupManifest manifest, BackupPart part)
    {
        var restored = files.RunFrom(manifest, part, DockerCommands.CopyIn(scratch, part.Directory));
        if (!restored.IsDone)
        {
            throw new DeployFailedException($"{part.File} cannot be restored: {restored.Complaint}");
        }

        IReadOnlyList<string>? original = null;
        IReadOnlyList<string>? again = null;
        files.Read(manifest, part, stream => original = Sums(stream));
        engine.Runner.Run(DockerCommands.CopyOut(scratch, part.Path), stream => again = Sums(stream));
        if (part.IsSqlite)
        {
            files.Read(manifest, part, stream => Check(manifest, part, SqliteFile.In(stream)));
        }

        return original is null || again is null ? throw new DeployFailedException($"{part.File} cannot be read to its end")
            : original.SequenceEqual(again) ? original.Count
            : throw new DeployFailedException($"{part.File} is not the same after it was restored");
    }

    private static void Check(BackupManifest manifest, BackupPart part, IReadOnlyList<SqliteFile> found)
    {
        if (found is not [{ Fault: null }])
        {
            throw new DeployFailedException(
                $"{part.Path} of {manifest.Id} is no whole database: {(found is [{ Fault: { } fault }] ? fault : "it does not begin as one")}"
            );
        }
    }

    /// <summary>By a client of the image. Where it has none, or no shell, what the files say of themselves was all.</summary>
    private void Open(string scratch, BackupManifest manifest)
    {
        var opened = engine.Runner.Run(DockerCommands.Docker("start", "--attach", scratch) with { Limit = TimeSpan.FromMinutes(30) });
        if (opened.Output.Split('\n').FirstOrDefault(line => line.StartsWith(SqliteProbe.Fault, StringComparison.Ordinal)) is { } fault)
        {
            throw new DeployFailedException($"a database of {manifest.Id} is damaged: {fault[SqliteProbe.Fault.Length..]}");
        }
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
