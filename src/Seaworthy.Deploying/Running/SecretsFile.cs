using System.Text;
using System.Text.Json;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Running;

/// <summary>The secrets file of a repository for one environment. The repository may be somebody else's: nothing is read or written through a link.</summary>
public sealed class SecretsFile
{
    private const string DirectoryName = ".seaworthy";
    private const long Largest = 8_000_000;

    private readonly string directory;
    private readonly string environment;
    private string? known;

    /// <param name="root">The directory of the repository.</param>
    /// <param name="environment">Empty for the project as it is.</param>
    public SecretsFile(string root, string environment)
    {
        this.environment = environment;
        directory = System.IO.Path.Combine(System.IO.Path.GetFullPath(root), DirectoryName);
        Path = System.IO.Path.Combine(directory, environment.Length == 0 ? "secrets.json" : $"secrets.{environment}.json");
    }

    public string Path { get; }

    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="SecretsException">It is a link, too large, or no secrets file.</exception>
    public SecretsDocument? Read()
    {
        RefuseLinks();
        if (!File.Exists(Path))
        {
            return null;
        }

        if (new FileInfo(Path).Length > Largest)
        {
            throw new SecretsException($"{Path} is larger than {Largest / 1_000_000} MB: it is no secrets file");
        }

        known = File.ReadAllText(Path);
        try
        {
            return JsonSerializer.Deserialize(known, SecretsJson.Default.SecretsDocument) is { } document && IsWhole(document)
                ? document
                : throw new SecretsException($"{Path} is no secrets file of Seaworthy");
        }
        catch (JsonException exception)
        {
            throw new SecretsException(
                $"{Path} is no secrets file of Seaworthy, or a merge left marks in it (line {exception.LineNumber + 1})",
                exception
            );
        }
    }

    /// <exception cref="SecretsException">As <see cref="SecretStore.Open"/> and <see cref="Read"/>, and when there is no file.</exception>
    public SecretStore Open(KeyRing ring)
    {
        var document = Read() ?? throw new SecretsException($"there is no {Path}: 'seaworthy secrets set NAME' makes it");
        try
        {
            return SecretStore.Open(document, environment, ring);
        }
        catch (SecretsException exception)
        {
            throw new SecretsException($"{Path}: {exception.Message}", exception);
        }
    }

    /// <summary>On the disk under a temporary name before it takes the place of the old one.</summary>
    /// <exception cref="SecretsException">Something else wrote it since it was read, or the place is a link.</exception>
    public void Write(SecretStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var text = JsonSerializer.Serialize(store.Document, SecretsJson.Default.SecretsDocument) + "\n";
        OwnersFiles.MakeDirectory(directory);
        RefuseLinks();
        // A name that nobody can have put there as a link.
        var temporary = $"{Path}.{System.IO.Path.GetRandomFileName()}";
        try
        {
            using (var stream = OwnersFiles.Open(temporary, FileMode.CreateNew, FileShare.None))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            if ((File.Exists(Path) ? File.ReadAllText(Path) : null) != known)
            {
                throw new SecretsException($"{Path} was changed by something else meanwhile: run the command again");
            }

            File.Move(temporary, Path, overwrite: true);
            known = text;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool IsWhole(SecretsDocument document) =>
        document is { Keys.Count: > 0, Secrets: not null, Environment: not null }
        && document.Keys.All(key => key is { Id: not null, Sealed: not null })
        && document.Secrets.All(pair => pair.Value?.Sealed is not null && SecretName.Fault(pair.Key) is null);

    private void RefuseLinks()
    {
        foreach (var place in (string[])[directory, Path])
        {
            if (new FileInfo(place).LinkTarget is not null)
            {
                throw new SecretsException($"{place} is a symbolic link, which may lead anywhere: put the file itself there");
            }
        }
    }
}
