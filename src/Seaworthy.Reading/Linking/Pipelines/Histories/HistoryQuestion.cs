using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>Something that a command wants to know of the history.</summary>
/// <param name="Name">As written: <c>HEAD~1</c>, <c>origin/main</c>.</param>
internal sealed record HistoryQuestion(HistoryKind Kind, string Name)
{
    /// <summary>How many commits it goes back.</summary>
    public int Distance { get; init; }

    /// <summary>A tool asks, and may help itself.</summary>
    public bool IsOfTool { get; init; }
}
