using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>Keys of two kinds in one mapping, of which GitHub takes one: <c>run</c> and <c>uses</c> in one step.</summary>
internal static class RivalKeys
{
    public static bool IsOne(NodeEntry entry, Shape.Mapping chosen, IEnumerable<Shape.Mapping> kinds) =>
        !entry.IsMerged
        && chosen is { Required.Count: > 0, Loose: null }
        && !chosen.Known.ContainsKey(entry.Key)
        && kinds.Any(kind => kind.Known.ContainsKey(entry.Key));

    /// <summary>All of them are one mistake: correcting the place of one leaves the others refused.</summary>
    public static Problem? In(MappingNode node, Shape.Mapping chosen, IReadOnlyList<Shape.Mapping> kinds)
    {
        List<NodeEntry> rivals = [.. node.Pairs.Where(entry => IsOne(entry, chosen, kinds))];
        if (rivals.Count == 0)
        {
            return null;
        }

        var own = chosen.Required[0];
        var names = string.Join(", ", rivals.Select(entry => $"'{entry.Key}'"));
        var keys = string.Join(", ", rivals.Select(entry => $"`{entry.Key}`"));
        var areTwo = kinds.Any(kind => rivals.Exists(entry => kind.Required is [var first, ..] && first == entry.Key));
        return new Problem(
            ProblemKind.InvalidValue,
            $"{names} {(rivals.Count == 1 ? "is" : "are")} not allowed beside '{own}'.",
            rivals[0].KeySpan,
            node.Find(own)?.KeySpan
        )
        {
            Followers = [.. rivals.Skip(1).Select(entry => entry.KeySpan)],
            Remedy = areTwo
                ? $"Split it into one with `{own}` and one with {keys}, or delete `{own}` and its keys, or {keys}"
                : $"Delete {keys}",
        };
    }
}
