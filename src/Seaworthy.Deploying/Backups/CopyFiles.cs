using System.Globalization;
using System.Text.Json;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;

namespace Seaworthy.Deploying.Backups;

/// <summary>The copies of one project on the disk of its host: a directory each, with a manifest beside its files. They may come back from another machine, so nothing in a manifest leads out of its directory.</summary>
/// <remarks>A copy that is not encrypted is written and read by commands of the host itself. The key never leaves this machine, so one that is encrypted passes through it.</remarks>
internal sealed class CopyFiles(StateDirectory state, CopyKeys keys)
{
    private const string ManifestName = "manifest.json";

    private readonly IHost host = state.Host;

    /// <summary>All that were made, the newest last.</summary>
    public IReadOnlyList<BackupManifest> List() =>
        [
            .. host.List(state.BackupDirectory)
                .Select(Read)
                .OfType<BackupManifest>()
                .OrderBy(manifest => manifest.At)
                .ThenBy(manifest => manifest.Id, StringComparer.Ordinal),
        ];

    public string PathOf(BackupManifest manifest) => $"{state.BackupDirectory}/{manifest.Id}";

    public void Write(BackupManifest manifest)
    {
        host.MakeDirectory(PathOf(manifest));
        host.Write($"{PathOf(manifest)}/{ManifestName}", JsonSerializer.Serialize(manifest, LedgerJson.Default.BackupManifest));
    }

    public void Delete(BackupManifest manifest) => host.DeleteDirectory(PathOf(manifest));

    /// <summary>Writes what a command prints to one file of a copy: encrypted where the manifest names a key, and under its own name only when it is whole.</summary>
    /// <param name="manifest">The copy.</param>
    /// <param name="part">The file.</param>
    /// <param name="line">A command for the engine of the host.</param>
    /// <exception cref="DeployFailedException">It fails.</exception>
    public BackupPart Save(BackupManifest manifest, BackupPart part, CommandLine line)
    {
        if (PassesThroughHere(manifest, line))
        {
            return Save(manifest, part, stream => Must(host.Runner.Run(line, output: stream), manifest));
        }

        host.MakeDirectory(PathOf(manifest));
        Must(host.RunTo(PathOf(manifest, part), line), manifest);
        return Summed(manifest, part);
    }

    /// <summary>Writes one file of a copy in the same way.</summary>
    /// <param name="manifest">The copy.</param>
    /// <param name="part">The file.</param>
    /// <param name="fill">Writes the content, and throws when it is not all.</param>
    public BackupPart Save(BackupManifest manifest, BackupPart part, Action<Stream> fill)
    {
        host.MakeDirectory(PathOf(manifest));
        host.Write(
            PathOf(manifest, part),
            stream =>
            {
                if (manifest.Key is null || keys.Sealing is not { } key)
                {
                    fill(stream);
                    return;
                }

                using SealingStream sealing = new(stream, key, Place(manifest, part));
                fill(sealing);
                sealing.Complete();
            }
        );
        return Summed(manifest, part);
    }

    /// <summary>Runs a command for the engine of the host that reads what was copied.</summary>
    /// <exception cref="DeployFailedException">As for <see cref="Read(BackupManifest, BackupPart, Action{Stream})"/>.</exception>
    public ProcessResult RunFrom(BackupManifest manifest, BackupPart part, CommandLine line)
    {
        if (!PassesThroughHere(manifest, line))
        {
            return host.RunFrom(PathOf(manifest, part), line);
        }

        ProcessResult? result = null;
        Read(manifest, part, stream => result = host.Runner.Run(line, stream));
        return result ?? throw new DeployFailedException($"{part.File} of {manifest.Id} cannot be read");
    }

    /// <summary>Hands out what was copied, whether it is encrypted or not.</summary>
    /// <exception cref="DeployFailedException">Its key is not here, or it is no encrypted copy.</exception>
    public void Read(BackupManifest manifest, BackupPart part, Action<Stream> read)
    {
        if (manifest.Key is not { } id)
        {
            host.Read(PathOf(manifest, part), read);
            return;
        }

        var key =
            keys.Opening.Find(id)
            ?? throw new DeployFailedException(
                $"{manifest.Id} is encrypted with the key {id}, which is not in {keys.Opening.Source}: give it with --key-file, SEAWORTHY_SECRETS_KEY or --key-command"
            );
        host.Read(
            PathOf(manifest, part),
            stream =>
            {
                using OpeningStream opening = new(stream, key, Place(manifest, part), $"{part.File} of {manifest.Id}");
                read(opening);
            }
        );
    }

    /// <summary>Reads every file to its end before anything uses it.</summary>
    /// <exception cref="DeployFailedException">One was cut or changed, or cannot be decrypted.</exception>
    public void Check(BackupManifest manifest)
    {
        foreach (var part in manifest.Parts)
        {
            var path = PathOf(manifest, part);
            if (!host.Exists(path) || host.Sum(path).Sha256 != part.Sha256)
            {
                throw new DeployFailedException($"{part.File} of {manifest.Id} is not as it was written");
            }

            if (manifest.Key is not null)
            {
                Read(manifest, part, opened => opened.CopyTo(Stream.Null));
            }
        }
    }

    /// <summary>A command of the host is a text for its shell, so values that nobody may see cannot be in it.</summary>
    private static bool PassesThroughHere(BackupManifest manifest, CommandLine line) =>
        manifest.Key is not null || line.Environment.Count > 0;

    private string PathOf(BackupManifest manifest, BackupPart part) => $"{PathOf(manifest)}/{part.File}";

    private BackupPart Summed(BackupManifest manifest, BackupPart part)
    {
        var (bytes, sum) = host.Sum(PathOf(manifest, part));
        return part with { Bytes = bytes, Sha256 = sum };
    }

    private static void Must(ProcessResult result, BackupManifest manifest)
    {
        if (!result.IsDone)
        {
            throw new DeployFailedException($"the copy of {manifest.Service} failed: {result.Complaint}");
        }
    }

    /// <summary>What the manifest says of a file, for its key: a copy of another store, time or image does not open in its place.</summary>
    private static string Place(BackupManifest manifest, BackupPart part) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.Id}\n{manifest.Service}\n{manifest.Kind}\n{manifest.At.UtcTicks}\n{manifest.Image}\n{part.File}\n{part.Path}"
        );

    private BackupManifest? Read(string name)
    {
        try
        {
            return
                host.Read($"{state.BackupDirectory}/{name}/{ManifestName}") is { } text
                && JsonSerializer.Deserialize(text, LedgerJson.Default.BackupManifest) is { } manifest
                && manifest.Id == name
                && manifest.Parts.All(part => part.File == Path.GetFileName(part.File) && part.File is not ("" or "." or ".."))
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
