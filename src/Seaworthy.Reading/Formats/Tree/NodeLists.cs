using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>What many tools write as one value or as a list of such values.</summary>
internal static class NodeLists
{
    /// <summary>The text that is there alone, or every text of the list; none where there is no node.</summary>
    public static IReadOnlyList<Fact<string>> OneOrMore(this Node? node) => node?.Fact is { } only ? [only] : node?.Texts ?? [];
}
