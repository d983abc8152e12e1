using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A question about history that the checkout before it leaves without an answer.</summary>
/// <param name="Question">The command or action, as a report quotes it.</param>
/// <param name="Name">What is asked for: <c>HEAD~1</c>, <c>origin/main</c>.</param>
/// <param name="Event">The event on which it is missing; null for every one.</param>
public sealed record MissingHistory(HistoryKind Kind, string Question, string Name, string? Event, HistoryFate Fate, SourceSpan Span)
{
    /// <summary>How many commits have to be fetched; null for all.</summary>
    public int? Wanted { get; init; }
}
