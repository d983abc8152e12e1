using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Which shell runs a script.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", defaults.run.shell.</remarks>
internal static class RunnerShells
{
    /// <summary>The shell of a line such as <c>bash -el {0}</c>; null when an expression decides.</summary>
    public static string? NameOf(string line)
    {
        var word = line.Trim().Split(' ', 2)[0];
        return word.Contains("${{", StringComparison.Ordinal) ? null : word[(word.LastIndexOf('/') + 1)..];
    }

    /// <summary>Scripts of an unknown shell are read as well: what runs on every runner is plain commands.</summary>
    public static bool IsPosix(string? shell) => shell is null || ShellPrograms.IsShell(shell);

    /// <summary>Bare names start the shell with <c>-e</c>; a line with <c>{0}</c> is taken as written.</summary>
    public static bool StopsOnError(string? line) =>
        line is null
        || !line.Contains("{0}", StringComparison.Ordinal)
        || line.Contains(" -e", StringComparison.Ordinal)
        || line.Contains("errexit", StringComparison.Ordinal);

    /// <summary>The shell that a job's runner takes by itself; null when it depends on the runner.</summary>
    public static string? DefaultOf(RunnerSelection? runner, JobMatrix? matrix)
    {
        if (RunnerLabels.Of(runner, matrix) is not { Count: > 0 } labels)
        {
            return null;
        }

        var windows = labels.Count(label => label.Value.StartsWith("windows", StringComparison.OrdinalIgnoreCase));
        return windows == 0 ? "bash"
            : windows == labels.Count || runner?.Labels.Count > 1 ? "pwsh"
            : null;
    }
}
