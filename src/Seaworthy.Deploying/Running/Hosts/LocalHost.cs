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
    private const string New = ".new";
    private const int MostAttempts = 250;

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

    public void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public void Write(string path, Action<Stream> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        using (var stream = OwnersFiles.Open(path + New, FileMode.Create, FileShare.None))
        {
            fill(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(path + New, path, overwrite: true);
    }

    public void Append(string path, string text)
    {
        using var turn = AwaitTurn(path);
        using var stream = OwnersFiles.Open(path, FileMode.OpenOrCreate, FileShare.Read);
        // What a crash cut short stays a line of its own.
        var isCut = stream.Length > 0 && stream.Seek(-1, SeekOrigin.End) >= 0 && stream.ReadByte() != '\n';
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.UTF8.GetBytes(isCut ? "\n" + text : text));
        stream.Flush(flushToDisk: true);
    }

    public void Delete(string path) => File.Delete(path);

    public void DeleteDirectory(string path) => Directory.Delete(path, recursive: true);

    public void MakeDirectory(string path) => OwnersFiles.MakeDirectory(path);

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
            var stream = OwnersFiles.Open(path, FileMode.OpenOrCreate, FileShare.None);
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
        ProcessResult result;
        using (var stream = OwnersFiles.Open(path + New, FileMode.Create, FileShare.None))
        {
            result = Runner.Run(line, output: stream);
            stream.Flush(flushToDisk: true);
        }

        if (result.IsDone)
        {
            File.Move(path + New, path, overwrite: true);
        }

        return result;
    }

    public EndPoint Socket(string path) => new UnixDomainSocketEndPoint(path);

    public EndPoint Port(string address, int port) => new IPEndPoint(IPAddress.Parse(address), port);

    public void Dispose() { }

    /// <summary>Commands that only read a secret write to the ledger too, while a deployment does: two lines must not have the same place.</summary>
    private static FileStream AwaitTurn(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return OwnersFiles.Open(path + ".turn", FileMode.OpenOrCreate, FileShare.None);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                Thread.Sleep(20);
            }
        }
    }

    private string Ask(string what) =>
        Runner.Run(new CommandLine("id", [what])) is { IsDone: true, Output: var number } ? number.Trim() : "0";
}
