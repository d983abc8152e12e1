using System.Diagnostics;

namespace Seaworthy.Reading.Discovery;

/// <summary>
/// Starts git for reading. The repository may be hostile: nothing that its configuration names is run (file system monitor, hooks), nothing is fetched, nothing is written.
/// </summary>
internal static class GitProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

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

    // Set inside hooks: they would point git at another repository than the one we were given.
    private static readonly IReadOnlyList<string> Misleading =
    [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_PREFIX",
        "GIT_OBJECT_DIRECTORY",
        "GIT_NAMESPACE",
    ];

    /// <summary>Null when git cannot be started.</summary>
    public static Process? Start(string directory, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("git", [.. Safely, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in Misleading)
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["LC_ALL"] = "C";
        try
        {
            if (Process.Start(start) is not { } process)
            {
                return null;
            }

            // What git complains about interests nobody, and must not fill the pipe. Reading it asynchronously would load the whole network stack.
            var complaints = process.StandardError.BaseStream;
            new Thread(() => complaints.CopyTo(Stream.Null)) { IsBackground = true }.Start();
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What git prints, or null when it cannot be started or refuses.</summary>
    public static byte[]? Output(string directory, params IReadOnlyList<string> arguments)
    {
        using var process = Start(directory, arguments);
        if (process is null)
        {
            return null;
        }

        process.StandardInput.Close();
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return null;
        }

        return process.ExitCode == 0 ? output.ToArray() : null;
    }
}
