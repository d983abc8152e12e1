using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Tests.Engine.Comparing;

/// <summary>Comparisons of files in memory: the words BAD, DOUBTFUL and OPEN begin lines that fail, warn and cannot be told; what stands behind them is the subject.</summary>
internal static class Compared
{
    public static Comparison Of(string before, string after) => Of([new MemoryFile(".env", before)], [new MemoryFile(".env", after)]);

    public static Comparison Of(IReadOnlyList<MemoryFile> before, IReadOnlyList<MemoryFile> after) =>
        Comparison.Of(Run(before), Run(after));

    /// <summary>What became of each finding, in words.</summary>
    public static IEnumerable<string> Told(this Comparison comparison) =>
        comparison.Changes.Select(change =>
            $"{change.Kind} {change.Shown.Verdict.Subject}{(change.Circumstance is { } said ? $" ({said})" : "")}"
        );

    private static Report Run(IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        return Audit.Run(repository, [new LineRule("test/line", Judge, subject: Subject)]);
    }

    private static Outcome? Judge(string line) =>
        line.Split('_', '=')[0] switch
        {
            "BAD" => Outcome.Fail,
            "DOUBTFUL" => Outcome.Warn,
            "OPEN" => Outcome.Unknown,
            "GOOD" => Outcome.Pass,
            _ => null,
        };

    private static string Subject(string line) => line.Split('_', '=')[1];
}
