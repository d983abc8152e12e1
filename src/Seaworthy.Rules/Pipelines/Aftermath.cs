using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>What a file says behind the first command that deploys, in whatever shell of whatever machine.</summary>
internal static class Aftermath
{
    private static readonly string[] OwnAddresses = ["localhost", "127.0.0.1"];

    /// <summary>A line asks how the new version does: a service manager, the list of containers or processes, the service itself.</summary>
    public static bool IsAsked(DeployingPipeline deploying) =>
        deploying
            .Job.Steps.SelectMany(step => step.Purposes)
            .Where(purpose => purpose.Intent == StepIntent.Deploy && purpose.Command.Span.File == deploying.File)
            .Select(purpose => purpose.Command.Span.EndLine)
            .DefaultIfEmpty(int.MaxValue)
            .Min()
            is var start
        && Enumerable
            .Range(1, deploying.File.Lines.Count)
            .Where(line => line > start)
            .Select(line => deploying.File.Lines.TextOf(line).Trim())
            .Any(Asks);

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
