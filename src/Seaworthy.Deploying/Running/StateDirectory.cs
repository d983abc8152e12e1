using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>What is kept of the deployments of one project on this machine, readable by its owner only.</summary>
public sealed class StateDirectory
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MostAttempts = 250;
    private const int LongestLine = 16_000;
    private const UnixFileMode OwnersDirectory = OwnersFile | UnixFileMode.UserExecute;

    /// <param name="root">Where the state of all projects lies.</param>
    /// <param name="project">The project's name.</param>
    public StateDirectory(string root, string project)
    {
        Path = System.IO.Path.Combine(root, project);
        MakeDirectory(Path);
    }

    public string Path { get; }

    public string ProxyDirectory => MakeDirectory(System.IO.Path.Combine(Path, "proxy"));

    public string BackupDirectory => MakeDirectory(System.IO.Path.Combine(Path, "backups"));

    public string LedgerPath => System.IO.Path.Combine(Path, "ledger.jsonl");

    public string SocketPath => System.IO.Path.Combine(ProxyDirectory, ProxyConfiguration.SocketName);

    private string LockPath => System.IO.Path.Combine(Path, "lock.json");

    private string LayoutPath => System.IO.Path.Combine(ProxyDirectory, "layout.json");

    /// <summary>Held while something is changed, and let go by the system when the process ends, however it ends. Null when another process holds it.</summary>
    public FileStream? TryHold()
    {
        try
        {
            return Open(System.IO.Path.Combine(Path, "busy"), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public string ReadLedger() => Read(LedgerPath) ?? "";

    /// <summary>Appends lines, and returns when they are on the disk.</summary>
    public void Append(string text)
    {
        using var turn = AwaitTurn();
        using var stream = Open(LedgerPath, FileMode.OpenOrCreate, FileShare.Read);
        // What a crash cut short stays a line of its own.
        var isCut = stream.Length > 0 && stream.Seek(-1, SeekOrigin.End) >= 0 && stream.ReadByte() != '\n';
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(isCut ? "\n" + text : text));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Commands that only read a secret write to the ledger too, while a deployment does: two lines must not have the same place.</summary>
    private FileStream AwaitTurn()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return Open(LedgerPath + ".turn", FileMode.OpenOrCreate, FileShare.None);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                Thread.Sleep(20);
            }
        }
    }

    public DeployLock? Lock
    {
        get => Read(LockPath) is { Length: > 0 } text ? JsonSerializer.Deserialize(text, LedgerJson.Default.DeployLock) : null;
        set
        {
            if (value is null)
            {
                File.Delete(LockPath);
            }
            else
            {
                Write(LockPath, JsonSerializer.Serialize(value, LedgerJson.Default.DeployLock));
            }
        }
    }

    public ProxyLayout? Layout
    {
        get => Read(LayoutPath) is { Length: > 0 } text ? JsonSerializer.Deserialize(text, LedgerJson.Default.ProxyLayout) : null;
        set => Write(LayoutPath, JsonSerializer.Serialize(value, LedgerJson.Default.ProxyLayout));
    }

    /// <summary>The shape of the proxy before the deployment that is on its way.</summary>
    public ProxyLayout? LayoutBefore
    {
        get =>
            Read(LayoutPath + ".before") is { Length: > 0 } text ? JsonSerializer.Deserialize(text, LedgerJson.Default.ProxyLayout) : null;
        set => Write(LayoutPath + ".before", value is null ? "" : JsonSerializer.Serialize(value, LedgerJson.Default.ProxyLayout));
    }

    public void WriteProxy(string configuration) =>
        Write(System.IO.Path.Combine(ProxyDirectory, ProxyConfiguration.FileName), configuration);

    public string Hash(ProxyLayout layout) => Hash(JsonSerializer.Serialize(layout, LedgerJson.Default.ProxyLayout));

    /// <summary>A hash that only who has this directory can compare with a guess: the hashed text holds secrets.</summary>
    public string Hash(string text)
    {
        var path = System.IO.Path.Combine(Path, "key");
        if (!File.Exists(path))
        {
            Write(path, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(File.ReadAllText(path)), Encoding.UTF8.GetBytes(text)))[
            ..24
        ];
    }

    /// <summary>A file with the environment of a container, which its reader deletes.</summary>
    public string WriteEnvironment(string container, IEnumerable<Variable> variables)
    {
        var path = System.IO.Path.Combine(Path, container + ".env");
        Write(
            path,
            string.Concat(variables.Select(variable => IsLine(variable) ? $"{variable.Name}={variable.Value}\n" : $"{variable.Name}\n"))
        );
        return path;
    }

    /// <summary>Whether the engine reads a value from a line of a file as it is. Another one has its name there alone, and the engine's command line takes the value from its own environment.</summary>
    /// <remarks>Source: docker/cli, <c>opts/file.go</c>: a scanner of lines of at most 64 KiB, which drops a carriage return at the end.</remarks>
    public static bool IsLine(Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.Value.Length < LongestLine && !variable.Value.AsSpan().ContainsAny('\n', '\r');
    }

    /// <summary>What a crash left of such files.</summary>
    public void DeleteEnvironments()
    {
        foreach (var path in Directory.EnumerateFiles(Path, "*.env"))
        {
            File.Delete(path);
        }
    }

    public static void Delete(string path) => File.Delete(path);

    public static string MakeDirectory(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path).FullName : Directory.CreateDirectory(path, OwnersDirectory).FullName;

    public static string? Read(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    /// <summary>A new text under a temporary name, on the disk before it takes the place of the old one.</summary>
    public static void Write(string path, string text)
    {
        var temporary = path + ".new";
        using (var stream = Open(temporary, FileMode.Create, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        FileStreamOptions options = new()
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return new FileStream(path, options);
    }
}
