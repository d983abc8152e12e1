using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>The environment of a container as the engine's command line reads it: a line for each variable.</summary>
internal static class EnvironmentLines
{
    private const int LongestLine = 16_000;

    public static string Of(IEnumerable<Variable> variables) =>
        string.Concat(variables.Select(variable => IsLine(variable) ? $"{variable.Name}={variable.Value}\n" : $"{variable.Name}\n"));

    /// <summary>Whether the engine reads a value from a line as it is. Another one has its name there alone, and the engine's command line takes the value from its own environment.</summary>
    /// <remarks>Source: docker/cli, <c>opts/file.go</c>: a scanner of lines of at most 64 KiB, which drops a carriage return at the end.</remarks>
    public static bool IsLine(Variable variable) => variable.Value.Length < LongestLine && !variable.Value.AsSpan().ContainsAny('\n', '\r');
}
