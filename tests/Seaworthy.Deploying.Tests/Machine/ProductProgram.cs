using System.Diagnostics;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>The program that the trials start: the native one in the directory of <c>SEAWORTHY_NATIVE</c>, which compiles nothing at its start, else the one built beside the tests.</summary>
internal static class ProductProgram
{
    private static readonly string? Native =
        Environment.GetEnvironmentVariable("SEAWORTHY_NATIVE") is { Length: > 0 } directory
        && Path.Combine(directory, "seaworthy") is var program
        && File.Exists(program)
            ? program
            : null;

    public static ProcessStartInfo With(IEnumerable<string> words) =>
        Native is { } program ? new(program, words) : new("dotnet", [Path.Combine(AppContext.BaseDirectory, "seaworthy.dll"), .. words]);
}
