using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>What is beside an empty key and was meant to be below it: <c>build:</c>, and <c>context: .</c> in its column.</summary>
internal static class Outdented
{
    /// <summary>The entries behind the one at an index, up to the first that may stand where it is; none when that one has a value.</summary>
    public static IReadOnlyList<NodeEntry> Behind(IReadOnlyList<NodeEntry> entries, int at, Func<NodeEntry, bool> belongsBelow) =>
        entries[at] is { IsMerged: false, Value: ScalarNode { IsNull: true, Span.Length: 0, Tag: null } }
            ? [.. entries.Skip(at + 1).TakeWhile(entry => !entry.IsMerged && belongsBelow(entry))]
            : [];

    /// <summary>Where keys are free: whether it may be an entry of its own by that name.</summary>
    public static bool StandsAlone(NodeEntry entry, Func<string, bool> isKnownBelow) =>
        entry.Value is ScalarNode { IsNull: true }
        || (entry.Value is MappingNode mapping && mapping.Pairs.All(pair => isKnownBelow(pair.Key)));

    public static Problem Report(string name, NodeEntry empty, IReadOnlyList<NodeEntry> moved)
    {
        var keys = string.Join(", ", moved.Select(entry => $"`{entry.Key}`"));
        return new Problem(
            ProblemKind.InvalidValue,
            $"{name} is empty: {keys} {(moved.Count == 1 ? "stands" : "stand")} beside it, not below it",
            empty.KeySpan
        )
        {
            Followers = [.. moved.Select(entry => entry.KeySpan)],
            Remedy = $"Indent {keys} under `{empty.Key}:`",
        };
    }
}
