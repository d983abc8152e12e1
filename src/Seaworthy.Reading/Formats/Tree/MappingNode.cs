using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>A mapping, in the order of the file. With duplicate keys the last one is found, as every loader does.</summary>
internal sealed record MappingNode(IReadOnlyList<NodeEntry> Pairs, SourceSpan Span) : Node(Span)
{
    private Dictionary<string, NodeEntry>? byKey;

    public NodeEntry? Find(string key)
    {
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
}
