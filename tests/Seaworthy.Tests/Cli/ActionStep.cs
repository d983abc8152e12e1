using System.Diagnostics;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>The step of the action, run as a workflow runs it: in <c>checkout</c>, with nothing of the variables of the run around the test.</summary>
internal static class ActionStep
{
    /// <summary>The exit code, and what it prints on both outputs.</summary>
    public static (int Code, string Output, string Error) Run(ScratchRepository scratch, IReadOnlyDictionary<string, string> environment)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the action runs bash");
        ProcessStartInfo start = new("bash", [Path.Combine(RepositoryRoot.Path, "eng/action")])
        {
            WorkingDirectory = Path.Combine(scratch.Root, "checkout"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GITHUB_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["RUNNER_TEMP"] = Path.Combine(scratch.Root, "temp");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
