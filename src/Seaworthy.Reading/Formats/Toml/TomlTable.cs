using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Toml;

/// <summary>A table while it grows: TOML may come back to a table from anywhere in the file.</summary>
internal sealed class TomlTable(SourceSpan place)
{
    private readonly List<TomlEntry> entries = [];
    private readonly Dictionary<string, TomlEntry> byKey = new(StringComparer.Ordinal);
    private SourceSpan place = place;

    /// <summary>Has a header of its own, or came from a dotted key: a second header is a duplicate.</summary>
    public bool IsDefined { get; set; }

    public TomlEntry? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>Adds an entry; of two with one key the later is found, and both are kept.</summary>
    public void Add(TomlEntry entry)
    {
        entries.Add(entry);
        byKey[entry.Key.Value] = entry;
    }

    public void Extend(SourceSpan span) => place = place.To(span);

    public MappingNode Freeze() => new([.. entries.Select(entry => new NodeEntry(entry.Key.Value, entry.Freeze(), entry.Key.Span))], place);
}
