using System.Diagnostics;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>
/// Starts git, and is the one place that starts anything. The repository may be hostile: nothing that lies in it or that its configuration names is run (file system monitor, hooks). For reading,
/// nothing is fetched, nothing is written, nothing is waited for without an end. Only <see cref="StartFetch"/> reaches another machine, into a directory of ours.
/// </summary>
internal static class GitProcess
{
    // The paths of a million files take a second; what takes longer waits for something.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A listing of half a million paths.
    private const long LargestOutput = 64_000_000;

    private static readonly IReadOnlyList<string> Safely =
    [
        "--no-pager",
        "--no-replace-objects",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "core.quotePath=false",
    ];

    // Only these two transports, nothing behind the fetch, and no links where a tree would be written.
    private static readonly IReadOnlyList<string> Remotely =
    [
        "-c",
        "protocol.allow=never",
        "-c",
        "protocol.https.allow=always",
        "-c",
        "protocol.ssh.allow=always",
        "-c",
        "core.symlinks=false",
        "-c",
        "transfer.bundleURI=false",
        "-c",
        "gc.auto=0",
        "-c",
        "maintenance.auto=false",
    ];

    // How another machine is reached: the user's agent, proxies and certificates.
    private static readonly IReadOnlyList<string> Reaching =
    [
        "SSH_AUTH_SOCK",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
        "NO_PROXY",
        "no_proxy",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "GIT_SSL_CAINFO",
        "USER",
        "LOGNAME",
    ];

    private const int LongestComplaint = 64_000;

    // Objects of one file at a time, and lists of paths: packs are mapped, which does not count. A file of a hostile repository may be a link to a device without end.
    private const ulong MostMemory = 500_000_000;

    // Where the user's own configuration lies, which says whose directories are trusted; the last is needed by every program of Windows.
    private static readonly IReadOnlyList<string> Inherited = ["HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SystemRoot"];

    /// <summary>From the top of the repository, whose paths are the answer. Null when there is no git to start, or when it would read another repository.</summary>
    public static Process? Start(string directory, IEnumerable<string> arguments)
    {
        var git = GitDirectory.Find(directory);
        if (git is null ? !OwnGitDirectory.IsPlain(directory) : !OwnGitDirectory.Is(git))
        {
            return null;
        }

        string[] tree = [directory, .. GitDirectory.Tops(directory)];
        if (ProgramPath.Find("git", Environment.GetEnvironmentVariable("PATH"), [.. tree, .. CurrentDirectory()]) is not { } program)
        {
            return null;
        }

        // From the top: a directory of the tree may be made up to look like a repository of its own, and git would take it for one.
        ProcessStartInfo start = new(program, ["-C", git?.Top ?? directory, .. Safely, .. arguments])
        {
            // Never in the tree: libraries, too, are looked for in the current directory by some systems.
            WorkingDirectory = Path.GetDirectoryName(program) ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        SetEnvironment(start, tree);
        start.Environment["PATH"] = Path.GetDirectoryName(program);
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        if (git is not null)
        {
            // A configuration could name another (core.worktree), below which the directory has no files.
            start.Environment["GIT_WORK_TREE"] = git.Top;
        }

        try
        {
            if (Process.Start(start) is not { } process)
            {
                return null;
            }

            Posix.LimitMemory(process.Id, MostMemory);

            // What git complains about interests nobody, and must not fill the pipe. Reading it asynchronously would load the whole network stack.
            var complaints = process.StandardError.BaseStream;
            new Thread(() => Drain(complaints)) { IsBackground = true }.Start();
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>For fetching from another machine. Null when there is no git to start.</summary>
    /// <param name="directory">A new one of ours, in which git writes.</param>
    /// <param name="arguments">Of git.</param>
    public static Process? StartFetch(string directory, IEnumerable<string> arguments)
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        IReadOnlyList<string> here = [.. CurrentDirectory()];
        if (ProgramPath.Find("git", path, here) is not { } program)
        {
            return null;
        }

        ProcessStartInfo start = new(program, ["-C", directory, .. Safely, .. Remotely, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program) ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        SetEnvironment(start, []);
        foreach (var name in Reaching)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                start.Environment[name] = value;
            }
        }

        // For ssh and for helpers that keep the user's passwords.
        start.Environment["PATH"] = ProgramPath.Trusted(path, here);
        start.Environment["GIT_ALLOW_PROTOCOL"] = "https:ssh";
        start.Environment["GIT_LFS_SKIP_SMUDGE"] = "1";
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What git says on standard error, until it ends.</summary>
    public static string Complaint(Process process)
    {
        new Thread(() => Drain(process.StandardOutput.BaseStream)) { IsBackground = true }.Start();
        var text = new char[LongestComplaint];
        var length = 0;
        try
        {
            while (length < text.Length && process.StandardError.Read(text, length, text.Length - length) is > 0 and var read)
            {
                length += read;
            }

            Drain(process.StandardError.BaseStream);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // It was ended.
        }

        return new string(text, 0, length);
    }

    /// <summary>What git prints of the whole repository, or null when it cannot be started, refuses, prints without end or does not end in time.</summary>
    public static byte[]? Output(string directory, params IReadOnlyList<string> arguments)
    {
        using var process = Start(directory, arguments);
        if (process is null)
        {
            return null;
        }

        // It runs while the output is read: what waits for a pipe prints nothing, and closes nothing.
        using var limit = Limit(process);
        try
        {
            process.StandardInput.Close();
            using MemoryStream output = new();
            Copy(process.StandardOutput.BaseStream, output);
            process.WaitForExit();
            return process.ExitCode == 0 ? output.ToArray() : null;
        }
        catch (IOException)
        {
            Kill(process);
            return null;
        }
    }

    /// <summary>Ends a process when its time is over, unless it is disposed of before.</summary>
    public static Timer Limit(Process process) => new(_ => Kill(process), state: null, Patience, Timeout.InfiniteTimeSpan);

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended.
        }
    }

    /// <summary>Built, not inherited: a variable of the caller can name programs, and directories and indices of another repository.</summary>
    private static void SetEnvironment(ProcessStartInfo start, IReadOnlyList<string> tree)
    {
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (
                Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
                && Path.IsPathFullyQualified(value)
                && !ProgramPath.IsWithin(value, tree)
            )
            {
                start.Environment[name] = value;
            }
        }

        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
    }

    private static IEnumerable<string> CurrentDirectory()
    {
        try
        {
            return [Environment.CurrentDirectory];
        }
        catch (IOException)
        {
            // Somebody deleted it.
            return [];
        }
    }

    private static void Copy(Stream from, MemoryStream to)
    {
        var buffer = new byte[81920];
        while (from.Read(buffer) is > 0 and var read)
        {
            if (to.Length + read > LargestOutput)
            {
                throw new IOException("git prints too much");
            }

            to.Write(buffer, 0, read);
        }
    }

    private static void Drain(Stream complaints)
    {
        try
        {
            complaints.CopyTo(Stream.Null);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process was ended, and its pipe with it.
        }
    }
}
