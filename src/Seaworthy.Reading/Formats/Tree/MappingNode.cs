using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>A mapping, in the order of the file. With duplicate keys the last one is found, as every loader does.</summary>
internal sealed record MappingNode(IReadOnlyList<NodeEntry> Pairs, SourceSpan Span) : Node(Span)
{
    // Most mappings are short: to make an index takes longer than to look through them.
    private const int Short = 8;

    private Dictionary<string, NodeEntry>? byKey;

    public NodeEntry? Find(string key)
    {
        if (Pairs.Count <= Short)
        {
            return Last(key);
        }

        if (byKey is null)
        {
            Dictionary<string, NodeEntry> index = new(StringComparer.Ordinal);
            foreach (var pair in Pairs)
            {
                index[pair.Key] = pair;
            }

            byKey = index;
        }

        return byKey.GetValueOrDefault(key);
    }

    private NodeEntry? Last(string key)
    {
        for (var index = Pairs.Count - 1; index >= 0; index--)
        {
            if (Pairs[index] is var pair && pair.Key == key)
            {
                return pair;
            }
        }

        return null;
    }
}
