using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Hosts;

/// <summary>This machine.</summary>
public sealed class LocalHost : IHost
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersDirectory = OwnersFile | UnixFileMode.UserExecute;

    public string Name => "this machine";

    public bool IsHere => true;

    public ProcessRunner Runner { get; } = new();

    public string Owner => $"{Ask("-u")}:{Ask("-g")}";

    public string StateRoot(string? given) =>
        Path.GetFullPath(
            given
                ?? Environment.GetEnvironmentVariable("SEAWORTHY_STATE")
                ?? (
                    Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } home
                        ? Path.Combine(home, "seaworthy")
                        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state", "seaworthy")
                )
        );

    public string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Read(string path, Action<Stream> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var stream = File.OpenRead(path);
        read(stream);
    }

    public void Write(string path, string text)
    {
        var temporary = path + ".new";
        using (var stream = Open(temporary, FileMode.Create, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    public void Append(string path, string text)
    {
        using var stream = Open(path, FileMode.OpenOrCreate, FileShare.Read);
        // What a crash cut short stays a line of its own.
        var isCut = stream.Length > 0 && stream.Seek(-1, SeekOrigin.End) >= 0 && stream.ReadByte() != '\n';
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(isCut ? "\n" + text : text));
        stream.Flush(flushToDisk: true);
    }

    public void Delete(string path) => File.Delete(path);

    public void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnersDirectory);
        }
    }

    public IReadOnlyList<string> List(string directory) =>
        [.. Directory.EnumerateFileSystemEntries(directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public bool Exists(string path) => Path.Exists(path);

    public FileSum Sum(string path)
    {
        using var stream = File.OpenRead(path);
        return new FileSum(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    public long FreeBytes(string directory) => new DriveInfo(Path.GetFullPath(directory)).AvailableFreeSpace;

    public bool IsTaken(PublishedPort port)
    {
        ArgumentNullException.ThrowIfNull(port);
        try
        {
            using TcpListener listener = new(
                IPAddress.TryParse(port.HostAddress, out var address) ? address : IPAddress.Any,
                port.Published
            );
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    public IDisposable? TryHold(string path)
    {
        try
        {
            var stream = Open(path, FileMode.OpenOrCreate, FileShare.None);
            // A command that held it from elsewhere, and lost it without notice, finds its token no more.
            stream.SetLength(0);
            return stream;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public ProcessResult RunFrom(string path, CommandLine line)
    {
        using var stream = File.OpenRead(path);
        return Runner.Run(line, stream);
    }

    public ProcessResult RunTo(string path, CommandLine line)
    {
        using var stream = Open(path, FileMode.Create, FileShare.None);
        var result = Runner.Run(line, output: stream);
        stream.Flush(flushToDisk: true);
        return result;
    }

    public EndPoint Socket(string path) => new UnixDomainSocketEndPoint(path);

    public EndPoint Port(string address, int port) => new IPEndPoint(IPAddress.Parse(address), port);

    public void Dispose() { }

    private string Ask(string what) =>
        Runner.Run(new CommandLine("id", [what])) is { IsDone: true, Output: var number } ? number.Trim() : "0";

    private static FileStream Open(string path, FileMode mode, FileShare share)
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
