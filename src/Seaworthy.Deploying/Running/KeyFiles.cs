using System.Text;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Running;

/// <summary>Files with keys, which only their owner may read and which lie in no repository.</summary>
/// <param name="directory">Where the keys lie for which nobody names a file.</param>
public sealed class KeyFiles(string directory)
{
    private const UnixFileMode ForOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>All that lie there; none when there is no such directory.</summary>
    /// <exception cref="SecretsException">One of them holds something else, or others can read it.</exception>
    public KeyRing All() =>
        new(
            Directory.Exists(directory)
                ? [.. Directory.EnumerateFiles(directory, "*.key").Order(StringComparer.Ordinal).SelectMany(path => Read(path).Keys)]
                : [],
            directory
        );

    /// <summary>The keys of one file.</summary>
    /// <exception cref="SecretsException">It is not there, holds something else, or others can read it.</exception>
    public static KeyRing Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new SecretsException($"there is no key file '{path}'");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ForOthers) != 0)
        {
            throw new SecretsException($"others can read the key file '{path}': chmod 600 '{path}'");
        }

        return KeyRing.Parse(File.ReadAllText(path), $"'{path}'");
    }

    /// <summary>Writes a new key to a file of its own.</summary>
    /// <returns>The file.</returns>
    public string Add(SecretKey key, string about)
    {
        ArgumentNullException.ThrowIfNull(key);
        var path = Path.Combine(OwnersFiles.MakeDirectory(directory), key.Id + ".key");
        Save(key, path, about);
        return path;
    }

    /// <summary>Writes a new key to a file that is not there yet.</summary>
    public static void Save(SecretKey key, string path, string about)
    {
        ArgumentNullException.ThrowIfNull(key);
        Write(path, FileMode.CreateNew, $"# {about}\n{key.Text()}\n");
    }

    /// <summary>Writes a new key in front of those that a file holds: copies made with the old ones still need them.</summary>
    public static void Put(SecretKey key, string path)
    {
        ArgumentNullException.ThrowIfNull(key);
        var temporary = $"{path}.{Path.GetRandomFileName()}";
        Write(temporary, FileMode.CreateNew, $"{key.Text()}\n{File.ReadAllText(path)}");
        File.Move(temporary, path, overwrite: true);
    }

    private static void Write(string path, FileMode mode, string text)
    {
        using var stream = OwnersFiles.Open(path, mode, FileShare.None);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
