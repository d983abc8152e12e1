using System.Diagnostics;

namespace Seaworthy.Reading.Discovery;

/// <summary>
/// A repository of another machine, fetched into a temporary directory: one revision without its history, tags or submodules. Nothing is checked out, so that no filter, hook or link of it can
/// act; its files are read out of git's objects. Deleted when it is disposed of.
/// </summary>
public sealed class GitClone : IDisposable
{
    /// <summary>The fetched revision.</summary>
    public const string Fetched = "FETCH_HEAD";

    private const long Largest = 2_000_000_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, RecurseSubdirectories = true };

    private readonly Lock gate = new();
    private Process? process;
    private bool isOver;
    private bool isTooLarge;

    /// <summary>Its git directory lies below.</summary>
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("seaworthy-").FullName;

    /// <summary>Why it could not be fetched; null when it is there.</summary>
    public string? Fetch(RemoteAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Fault is { } fault)
        {
            return fault;
        }

        var begun = Run(["init", "--quiet", "--template=", "."]);
        var failed =
            begun
            ?? Run([
                "fetch",
                "--quiet",
                "--depth=1",
                "--no-tags",
                "--no-recurse-submodules",
                "--",
                address.Url,
                address.Revision ?? "HEAD",
            ]);
        return failed is null ? null
            : isTooLarge ? $"it is larger than {Largest / 1_000_000_000} GB"
            : Reason(failed, address);
    }

    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            if (process is { } running)
            {
                GitProcess.Kill(running);
            }
        }

        try
        {
            Delete();
        }
        catch (IOException)
        {
            // Git wrote a last file while the rest was deleted.
            Delete();
        }
    }

    private void Delete()
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            return;
        }

        // Git writes its objects read-only, which some systems do not delete.
        foreach (var file in OperatingSystem.IsWindows() ? new DirectoryInfo(Directory).EnumerateFiles("*", Everything) : [])
        {
            file.Attributes = FileAttributes.Normal;
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }

    /// <summary>What git complains of; null when it did what it was to do.</summary>
    private string? Run(IReadOnlyList<string> arguments)
    {
        lock (gate)
        {
            process = isOver ? null : GitProcess.StartFetch(Directory, arguments);
        }

        if (process is null)
        {
            return "git does not start";
        }

        using var size = new Timer(_ => Bound(), state: null, Interval, Interval);
        var complaint = GitProcess.Complaint(process);
        process.WaitForExit();
        lock (gate)
        {
            var code = process.ExitCode;
            process.Dispose();
            process = null;
            return code == 0 ? null : complaint;
        }
    }

    private void Bound()
    {
        try
        {
            isTooLarge |= new DirectoryInfo(Directory).EnumerateFiles("*", Everything).Sum(file => file.Length) > Largest;
        }
        catch (IOException)
        {
            // A file came and went.
        }

        lock (gate)
        {
            if (isTooLarge && process is { } running)
            {
                GitProcess.Kill(running);
            }
        }
    }

    private static string Reason(string complaint, RemoteAddress address)
    {
        if (complaint.Contains("couldn't find remote ref", StringComparison.Ordinal))
        {
            return address.Revision is { } revision ? $"unknown revision '{revision}'" : "it is empty";
        }

        if (
            complaint.Contains("terminal prompts disabled", StringComparison.Ordinal)
            || complaint.Contains("not found", StringComparison.OrdinalIgnoreCase)
        )
        {
            return "there is no such repository, or it needs a sign-in";
        }

        var lines = complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var said =
            Array.FindLast(lines, line => line.StartsWith("fatal:", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "git failed";
        return said.Replace("fatal: ", "", StringComparison.Ordinal)
            .Replace(address.Url, address.Shown, StringComparison.Ordinal)
            .TrimEnd('.');
    }
}
