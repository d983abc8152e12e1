using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Verifying;

namespace Seaworthy.Deploying.Running.Hosts;

/// <summary>A host that is reached by ssh, and has nothing of ours but what it is given: one connection lasts as long as the command here, and files, sockets and engine are reached through it.</summary>
public sealed partial class SshHost : IHost
{
    private const string New = ".new";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SshAddress address;
    private readonly string directory = Directory.CreateTempSubdirectory("seaworthy-").FullName;
    private readonly SshCommands ssh;
    private readonly ProcessRunner here = new();
    private readonly Dictionary<string, EndPoint> reached = new(StringComparer.Ordinal);
    private readonly string state;
    private HeldProcess? connection;
    private string held = "";
    private string token = "";

    /// <summary>Opens the connection.</summary>
    /// <exception cref="HostLostException">It cannot be opened; the message says why.</exception>
    public SshHost(SshAddress address)
    {
        this.address = address;
        ssh = new SshCommands(address, directory);
        try
        {
            (Owner, state, var engine) = Introduce();
            Runner = new ProcessRunner { Environment = Engine(engine) };
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Name => address.ToString();

    public bool IsHere => false;

    public ProcessRunner Runner { get; }

    public string Owner { get; }

    public string StateRoot(string? given) => given is null ? state : PathOf(given, "the state directory");

    public string? Read(string path) => Run(HostCommands.Read(path)) is { IsDone: true, Output: var text } ? text : null;

    public void Read(string path, Action<Stream> read) => Stream(() => here.Run(ssh.Run(HostCommands.Read(path)), read), path);

    public void Write(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using MemoryStream input = new(bytes);
        Must(Run(HostCommands.Write(path, bytes.Length), input), path);
    }

    public void Write(string path, Action<Stream> fill)
    {
        using FilledStream content = new(fill);
        Stream(() => here.Run(ssh.Run(HostCommands.Receive(path + New)), content), path);
        Must(Run(HostCommands.Move(path + New, path)), path);
    }

    public void Append(string path, string text)
    {
        using MemoryStream input = new(Encoding.UTF8.GetBytes(text));
        var result = Run(HostCommands.Append(path, held, token), input);
        if (result.Code == HostCommands.IsOthers)
        {
            throw new HostLostException($"{Name} was out of reach for so long that another command took the project over")
            {
                IsMidway = true,
            };
        }

        if (!result.IsDone)
        {
            throw new HostLostException($"{path} of {Name} cannot be written: {result.Complaint}") { IsMidway = true };
        }
    }

    public void Delete(string path) => Must(Run(HostCommands.Delete(path)), path);

    public void DeleteDirectory(string path) => Must(Run(HostCommands.DeleteDirectory(path)), path);

    public void MakeDirectory(string path) => Must(Run(HostCommands.MakeDirectory(path)), path);

    public IReadOnlyList<string> List(string directory) =>
        Must(Run(HostCommands.List(directory)), directory).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool Exists(string path) => Run(HostCommands.Exists(path)).IsDone;

    public FileSum Sum(string path) =>
        Must(Run(HostCommands.Sum(path)), path).Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            is [var bytes, var sum, ..]
        && long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? new FileSum(length, sum.TrimStart('\\'))
            : throw new DeployFailedException($"{Name} does not say what {path} holds");

    /// <remarks>Source: POSIX.1-2024, "df -P": the fourth column of the second line is what is free.</remarks>
    public long FreeBytes(string directory) =>
        Must(Run(HostCommands.FreeSpace(directory)), directory).Output.Split('\n') is [_, var line, ..]
        && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var free, ..]
        && long.TryParse(free, NumberStyles.None, CultureInfo.InvariantCulture, out var blocks)
            ? blocks * 1024
            : throw new DeployFailedException($"{Name} does not say how much is free where {directory} lies");

    public bool IsTaken(PublishedPort port)
    {
        ArgumentNullException.ThrowIfNull(port);
        return SocketTable.IsTaken((Read("/proc/net/tcp") ?? "") + (Read("/proc/net/tcp6") ?? ""), port.HostAddress, port.Published);
    }

    public IDisposable? TryHold(string path)
    {
        var asked = Guid.NewGuid().ToString("N");
        HeldProcess? process = here.Hold(ssh.Run(HostCommands.Hold(path, asked)));
        try
        {
            var said = process.ReadLine(Patience);
            if (said == HostCommands.Held)
            {
                (held, token) = (path, asked);
                SshHold hold = new(process);
                process = null;
                return hold;
            }

            return said == HostCommands.Busy
                ? null
                : throw new HostLostException($"{Name} cannot keep other commands out: {said ?? process.End().Complaint}");
        }
        finally
        {
            process?.Dispose();
        }
    }

    public ProcessResult RunFrom(string path, CommandLine line) => Run(HostCommands.From(path, line));

    public ProcessResult RunTo(string path, CommandLine line)
    {
        var result = Run(HostCommands.To(path + New, line));
        if (result.IsDone)
        {
            Must(Run(HostCommands.Move(path + New, path)), path);
        }

        return result;
    }

    public EndPoint Socket(string path) => Reach(path);

    public EndPoint Port(string address, int port) =>
        Reach(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address)}:{port}"
            )
        );

    public void Dispose()
    {
        connection?.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private (string Owner, string State, string Engine) Introduce()
    {
        connection = here.Hold(ssh.Open(HostCommands.Introduce()));
        while (connection.ReadLine(Patience) is { } line)
        {
            if (line == HostCommands.Greeting)
            {
                return (Line(), PathOf(Line(), "the state directory"), Line());
            }
        }

        throw new HostLostException(SshComplaint.Of(address, connection.End()));

        string Line() => connection.ReadLine(Patience) ?? throw new HostLostException(SshComplaint.Of(address, connection.End()));
    }

    /// <summary>The engine's command line of this machine talks to the engine of the host.</summary>
    private Dictionary<string, string> Engine(string said)
    {
        const string Unix = "unix://";
        var socket =
            said.Length == 0 ? "/var/run/docker.sock"
            : said.StartsWith(Unix, StringComparison.Ordinal) ? said[Unix.Length..]
            : throw new HostLostException($"the Docker of {Name} is at {said}, and only one at a Unix socket can be used");
        return new(StringComparer.Ordinal)
        {
            ["DOCKER_HOST"] = Unix + Reach(PathOf(socket, "the engine's socket")),
            ["DOCKER_TLS_VERIFY"] = "",
            ["DOCKER_CERT_PATH"] = "",
            ["BUILDX_BUILDER"] = "",
        };
    }

    private EndPoint Reach(string target)
    {
        if (!reached.TryGetValue(target, out var point))
        {
            var local = Path.Combine(directory, reached.Count.ToString(CultureInfo.InvariantCulture));
            var result = here.Run(ssh.Forward(local, target));
            if (!result.IsDone)
            {
                throw new HostLostException($"{Name} does not forward {target}: {result.Complaint}") { IsMidway = reached.Count > 0 };
            }

            point = reached[target] = new UnixDomainSocketEndPoint(local);
        }

        return point;
    }

    private ProcessResult Run(CommandLine line, Stream? input = null)
    {
        const int OfSsh = 255;
        var result = here.Run(ssh.Run(line), input);
        return result.Code == OfSsh && IsLost() ? throw Lost() : result;
    }

    /// <summary>What is cut by a lost connection looks like a damaged file to those who read it.</summary>
    private void Stream(Func<ProcessResult> run, string path)
    {
        try
        {
            Must(run(), path);
        }
        catch (DeployFailedException) when (IsLost())
        {
            throw Lost();
        }
    }

    private bool IsLost() => !here.Run(ssh.Check()).IsDone;

    private HostLostException Lost() => new($"the connection to {Name} was lost") { IsMidway = true };

    private ProcessResult Must(ProcessResult result, string path) =>
        result.IsDone ? result : throw new DeployFailedException($"{path} of {Name} cannot be used: {result.Complaint}");

    private string PathOf(string path, string what) =>
        Plain().IsMatch(path)
            ? path
            : throw new HostLostException($"{what} of {Name} must be an absolute path of letters, digits and ./_-+@: '{path}' is none");

    /// <summary>What means nothing else to <c>ssh -L</c> and to <c>docker --volume</c>.</summary>
    [GeneratedRegex(@"\A/[A-Za-z0-9./_+@-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
