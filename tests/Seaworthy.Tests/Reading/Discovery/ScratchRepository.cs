using System.Diagnostics;

namespace Seaworthy.Tests.Reading.Discovery;

/// <summary>A directory that lives as long as a test, with git in it when asked for.</summary>
internal sealed class ScratchRepository : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("seaworthy-").FullName;

    public ScratchRepository Write(string path, string text = "x\n")
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Root);
        File.WriteAllText(file, text);
        return this;
    }

    public ScratchRepository Link(string path, string target)
    {
        var link = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(link) ?? Root);
        File.CreateSymbolicLink(link, target);
        return this;
    }

    public ScratchRepository Init()
    {
        Git("init", "-q", "-b", "main");
        return this;
    }

    public ScratchRepository Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "x");
        return this;
    }

    public string Git(params IReadOnlyList<string> arguments) => Run(Root, "git", arguments);

    /// <summary>The paths that git says it ignores.</summary>
    public IReadOnlyList<string> Ignored(IEnumerable<string> paths)
    {
        ProcessStartInfo start = new("git", ["check-ignore", "--no-index", "--stdin", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git");
        process.StandardInput.Write(string.Join('\0', paths));
        process.StandardInput.Close();
        return process.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    public static string Run(string directory, string program, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Result}");
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // The framework loses names that are no UTF-8.
            Run(Path.GetTempPath(), "rm", "-rf", Root);
        }
    }
}
