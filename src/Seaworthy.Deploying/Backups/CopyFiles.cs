using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>The copies of one project on the disk: a directory each, with a manifest beside its files. They may come back from another machine, so nothing in a manifest leads out of its directory.</summary>
internal sealed class CopyFiles(StateDirectory state, CopyKeys keys)
{
    private const string ManifestName = "manifest.json";

    /// <summary>All that were made, the newest last.</summary>
    public IReadOnlyList<BackupManifest> List() =>
        [
            .. Directory
                .EnumerateDirectories(state.BackupDirectory)
                .Select(Read)
                .OfType<BackupManifest>()
                .OrderBy(manifest => manifest.At)
                .ThenBy(manifest => manifest.Id, StringComparer.Ordinal),
        ];

    public string PathOf(BackupManifest manifest) => Path.Combine(state.BackupDirectory, manifest.Id);

    public void Write(BackupManifest manifest) =>
        StateDirectory.Write(
            Path.Combine(StateDirectory.MakeDirectory(PathOf(manifest)), ManifestName),
            JsonSerializer.Serialize(manifest, LedgerJson.Default.BackupManifest)
        );

    public void Delete(BackupManifest manifest) => Directory.Delete(PathOf(manifest), recursive: true);

    /// <summary>Writes one file of a copy: encrypted where the manifest names a key, and under its own name only when it is whole.</summary>
    /// <param name="manifest">The copy.</param>
    /// <param name="part">The file.</param>
    /// <param name="fill">Writes the content, and throws when it is not all.</param>
    public BackupPart Save(BackupManifest manifest, BackupPart part, Action<Stream> fill)
    {
        var path = Path.Combine(StateDirectory.MakeDirectory(PathOf(manifest)), part.File);
        using (var stream = StateDirectory.Open(path + ".part", FileMode.Create, FileShare.None))
        {
            if (manifest.Key is null || keys.Sealing is not { } key)
            {
                fill(stream);
            }
            else
            {
                using SealingStream sealing = new(stream, key, Place(manifest, part));
                fill(sealing);
                sealing.Complete();
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: true);
        return part with { Bytes = new FileInfo(path).Length, Sha256 = Sum(path) };
    }

    /// <summary>What was copied, whether it is encrypted or not.</summary>
    /// <exception cref="DeployFailedException">Its key is not here, or it is no encrypted copy.</exception>
    public Stream OpenRead(BackupManifest manifest, BackupPart part)
    {
        var path = Path.Combine(PathOf(manifest), part.File);
        if (manifest.Key is not { } id)
        {
            return File.OpenRead(path);
        }

        var key =
            keys.Opening.Find(id)
            ?? throw new DeployFailedException(
                $"{manifest.Id} is encrypted with the key {id}, which is not in {keys.Opening.Source}: give it with --key-file, SEAWORTHY_SECRETS_KEY or --key-command"
            );
        return new OpeningStream(File.OpenRead(path), key, Place(manifest, part), $"{part.File} of {manifest.Id}");
    }

    /// <summary>Reads every file to its end before anything uses it.</summary>
    /// <exception cref="DeployFailedException">One was cut or changed, or cannot be decrypted.</exception>
    public void Check(BackupManifest manifest)
    {
        foreach (var part in manifest.Parts)
        {
            var path = Path.Combine(PathOf(manifest), part.File);
            if (!File.Exists(path) || Sum(path) != part.Sha256)
            {
                throw new DeployFailedException($"{part.File} of {manifest.Id} is not as it was written");
            }

            if (manifest.Key is not null)
            {
                using var opened = OpenRead(manifest, part);
                opened.CopyTo(Stream.Null);
            }
        }
    }

    /// <summary>What the manifest says of a file, for its key: a copy of another store, time or image does not open in its place.</summary>
    private static string Place(BackupManifest manifest, BackupPart part) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.Id}\n{manifest.Service}\n{manifest.Kind}\n{manifest.At.UtcTicks}\n{manifest.Image}\n{part.File}\n{part.Path}"
        );

    private static BackupManifest? Read(string directory)
    {
        try
        {
            return
                StateDirectory.Read(Path.Combine(directory, ManifestName)) is { } text
                && JsonSerializer.Deserialize(text, LedgerJson.Default.BackupManifest) is { } manifest
                && manifest.Id == Path.GetFileName(directory)
                && manifest.Parts.All(part => part.File == Path.GetFileName(part.File) && part.File is not ("" or "." or ".."))
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Sum(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
