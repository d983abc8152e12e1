using System.Diagnostics;

namespace Seaworthy.Tests.Cli;

/// <summary>Runs the built program as a user would.</summary>
internal static class Program
{
    public static (int Code, string Output, string Error) Run(string directory, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "seaworthy.exe" : "seaworthy"),
            arguments
        )
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("seaworthy does not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
