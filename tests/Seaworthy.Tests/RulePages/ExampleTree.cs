using System.Diagnostics;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Tests.RulePages;

/// <summary>The files of an example as a git repository on disk, in which a check can be run as a reader would.</summary>
internal sealed class ExampleTree : IDisposable
{
    private const string NoCommit = "0123456789012345678901234567890123456789";

    private readonly string root = Directory.CreateTempSubdirectory("seaworthy-check").FullName;

    public ExampleTree(IEnumerable<MemoryFile> files)
    {
        Start("git", ["init", "-q", "."]);
        var written = files.Where(file => !file.Path.StartsWith(".git/", StringComparison.Ordinal)).ToList();
        foreach (var file in written)
        {
            Write(file);
        }

        // What is ignored by a file of the example stays out, as in a clone.
        Add([], written.Where(file => file is { Status: null, IsSubmodule: false }));
        Add(["-f"], written.Where(file => file is { Status: FileStatus.Tracked, IsSubmodule: false }));
        foreach (var file in written.Where(file => file.IsExecutable))
        {
            Start("git", ["update-index", "--chmod=+x", "--", file.Path]);
        }
    }

    /// <summary>What a command answers: its exit code and what it writes to the standard output.</summary>
    public (int Code, string Output) Run(string command) => Start("sh", ["-c", command]);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Write(MemoryFile file)
    {
        if (file.IsSubmodule)
        {
            Start("git", ["update-index", "--add", "--cacheinfo", $"160000,{NoCommit},{file.Path}"]);
            return;
        }

        var path = Path.Combine(root, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? root);
        if (file.LinkTarget is { } target)
        {
            File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path) ?? root, Path.Combine(root, target)));
        }
        else
        {
            File.WriteAllText(path, file.Text);
        }
    }

    private void Add(IReadOnlyList<string> options, IEnumerable<MemoryFile> files)
    {
        foreach (var file in files)
        {
            Start("git", ["-c", "core.autocrlf=false", "add", .. options, "--", file.Path]);
        }
    }

    private (int Code, string Output) Start(string program, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
