using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A line that asks how a service does, in whatever shell of whatever machine: a service manager, the list of containers or processes, the service itself.</summary>
public static class StateQuestion
{
    private static readonly string[] OwnAddresses = ["localhost", "127.0.0.1"];

    /// <summary>Whether such a line is in a file below another.</summary>
    public static bool IsBelow(SourceFile file, int start)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Enumerable.Range(1, file.Lines.Count).Where(line => line > start).Select(line => file.Lines.TextOf(line).Trim()).Any(Asks);
    }

    private static bool Asks(string line) =>
        !IsTold(line)
        && (
            line.Contains("is-active", StringComparison.Ordinal)
            || line.Contains("is-failed", StringComparison.Ordinal)
            || line.Contains("health", StringComparison.OrdinalIgnoreCase)
            || line.Contains("grep", StringComparison.Ordinal) && ListsWhatRuns(line)
            || OwnAddresses.Any(address => line.Contains(address, StringComparison.Ordinal)) && Requests(line)
        );

    private static bool IsTold(string line) =>
        line.StartsWith('#')
        || line.StartsWith("echo ", StringComparison.Ordinal)
        || line.StartsWith("printf ", StringComparison.Ordinal)
        || line.StartsWith("log", StringComparison.OrdinalIgnoreCase);

    private static bool ListsWhatRuns(string line) =>
        line.Contains(" ps", StringComparison.Ordinal)
        || line.Contains(":ps", StringComparison.Ordinal)
        || line.StartsWith("ps ", StringComparison.Ordinal)
        || line.Contains("get pod", StringComparison.Ordinal)
        || line.Contains("pm2 ", StringComparison.Ordinal);

    private static bool Requests(string line) =>
        line.Contains("curl ", StringComparison.Ordinal)
        || line.Contains("wget ", StringComparison.Ordinal)
        || line.Contains("nc ", StringComparison.Ordinal);
}
