using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Toml;

/// <summary>What stands under a key: a value, a table, or an array of tables (more than one, or written with <c>[[…]]</c>).</summary>
internal sealed record TomlEntry(ScalarNode Key, Node? Value, IReadOnlyList<TomlTable> Tables, bool IsArray)
{
    public static TomlEntry Of(ScalarNode key, Node value) => new(key, value, [], false);

    public static TomlEntry Of(ScalarNode key, TomlTable table) => new(key, null, [table], false);

    public static TomlEntry Array(ScalarNode key, List<TomlTable> tables) => new(key, null, tables, true);

    /// <summary>The table that keys below this one belong to: of an array, the last.</summary>
    public TomlTable? Table => Tables is [.., var last] ? last : null;

    public Node Freeze()
    {
        if (Value is not null)
        {
            return Value;
        }

        if (!IsArray)
        {
            return Tables[0].Freeze();
        }

        Node[] elements = [.. Tables.Select(table => table.Freeze())];
        return new SequenceNode(elements, elements[0].Span.To(elements[^1].Span));
    }
}
