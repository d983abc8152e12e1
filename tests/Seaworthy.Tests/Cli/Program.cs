using System.Diagnostics;

namespace Seaworthy.Tests.Cli;

/// <summary>Runs the built program as a user would: the native one in the directory of <c>SEAWORTHY_NATIVE</c>, which compiles nothing at its start, else the one built beside the tests.</summary>
internal static class Program
{
    private static readonly string Path =
        Environment.GetEnvironmentVariable("SEAWORTHY_NATIVE") is { Length: > 0 } directory
        && InDirectory(directory) is var native
        && File.Exists(native)
            ? native
            : InDirectory(AppContext.BaseDirectory);

    public static (int Code, string Output, string Error) Run(string directory, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(Path, arguments)
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

    private static string InDirectory(string directory) =>
        System.IO.Path.Combine(directory, OperatingSystem.IsWindows() ? "seaworthy.exe" : "seaworthy");
}
