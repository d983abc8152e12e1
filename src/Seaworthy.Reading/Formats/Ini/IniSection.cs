using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Ini;

/// <summary>A section while it grows.</summary>
internal sealed class IniSection(string name, SourceSpan nameSpan)
{
    private readonly List<IniPair> pairs = [];
    private readonly Dictionary<string, IniPair> first = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public SourceSpan NameSpan { get; } = nameSpan;

    /// <summary>The pair that an indented line goes on with.</summary>
    public IniPair? Last => pairs is [.., var last] ? last : null;

    /// <summary>Adds a pair; answers the first of the same key, if there is one.</summary>
    public IniPair? Add(IniPair pair)
    {
        pairs.Add(pair);
        return first.TryAdd(pair.Key, pair) ? null : first[pair.Key];
    }

    public MappingNode Freeze()
    {
        List<NodeEntry> entries = [.. pairs.Select(pair => pair.Freeze())];
        return new MappingNode(entries, entries is [.., var last] ? NameSpan.To(last.Span) : NameSpan);
    }
}
