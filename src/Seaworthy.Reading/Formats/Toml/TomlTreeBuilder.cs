using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Toml;

/// <summary>Turns TOML lines into tables, and those into nodes.</summary>
/// <remarks>TOML 1.0.0, "Table", "Inline Table", "Array of Tables"; line breaks in inline tables as in TOML 1.1.</remarks>
internal sealed class TomlTreeBuilder(TomlLexer lexer)
{
    private const int MaximumDepth = 100;
    private readonly TomlTable root = new(lexer.Span(0, 0)) { IsDefined = true };
    private TomlTable current = new(lexer.Span(0, 0));
    private int depth;

    public MappingNode Read()
    {
        current = root;
        for (lexer.SkipLines(); !lexer.IsAtEnd; lexer.SkipLines())
        {
            var start = lexer.Position;
            if (lexer.Current == '[')
            {
                ReadHeader();
            }
            else if (ReadPair(current, depth) is { } span)
            {
                current.Extend(span);
                root.Extend(span);
            }

            lexer.SkipBlanks();
            if (!lexer.IsAtLineEnd)
            {
                lexer.Fault("unexpected text after the end of the value", lexer.Position, lexer.Position + 1);
                lexer.SkipToLineEnd();
            }
            else if (lexer.Position == start)
            {
                lexer.Position++;
            }
        }

        return root.Freeze();
    }

    private void ReadHeader()
    {
        var start = lexer.Position++;
        var isArray = lexer.Take('[');
        if (ReadPath() is not { } path || !lexer.Take(']') || (isArray && !lexer.Take(']')))
        {
            FaultLine("the table's header is not complete", start);
            current = new TomlTable(lexer.Span(start, lexer.Position));
            return;
        }

        var span = lexer.Span(start, lexer.Position);
        var parent = Descend(root, path, false);
        current = isArray ? OpenElement(parent, path[^1], span) : OpenTable(parent, path[^1], span);
        current.IsDefined = true;
        current.Extend(span);
        root.Extend(span);
        depth = path.Count;
    }

    private TomlTable OpenTable(TomlTable parent, ScalarNode key, SourceSpan span)
    {
        if (parent.Find(key.Value) is not { } known)
        {
            TomlTable table = new(span);
            parent.Add(TomlEntry.Of(key, table));
            return table;
        }

        if (known.IsArray || known.Table is not { IsDefined: false })
        {
            Duplicate(key, known);
        }

        return known is { IsArray: false, Table: { } open } ? open : new TomlTable(span);
    }

    private TomlTable OpenElement(TomlTable parent, ScalarNode key, SourceSpan span)
    {
        TomlTable element = new(span);
        switch (parent.Find(key.Value))
        {
            case null:
                parent.Add(TomlEntry.Array(key, [element]));
                break;
            case { IsArray: true, Tables: List<TomlTable> tables }:
                tables.Add(element);
                break;
            case { } known:
                Duplicate(key, known);
                break;
        }

        return element;
    }

    /// <summary>A pair of a table; answers its place, or null when the line held none.</summary>
    private SourceSpan? ReadPair(TomlTable table, int level)
    {
        var start = lexer.Position;
        if (ReadPath() is not { } path)
        {
            FaultLine("a key is missing", start);
            return null;
        }

        if (!lexer.Take('='))
        {
            FaultLine("an equals sign is missing after the key", start);
            return null;
        }

        lexer.SkipBlanks();
        var value = ReadValue(level + path.Count);
        var parent = Descend(table, path, true);
        var key = path[^1];
        if (parent.Find(key.Value) is { } known)
        {
            Duplicate(key, known);
        }

        parent.Add(TomlEntry.Of(key, value));
        return path[0].Span.To(value.Span);
    }

    private List<ScalarNode>? ReadPath()
    {
        List<ScalarNode> path = [];
        do
        {
            lexer.SkipBlanks();
            if (path.Count >= MaximumDepth || lexer.ReadKey() is not { } key)
            {
                return null;
            }

            path.Add(key);
            lexer.SkipBlanks();
        } while (lexer.Take('.'));

        return path;
    }

    /// <summary>The table that holds the last key of a path; what is missing on the way is made.</summary>
    private TomlTable Descend(TomlTable table, List<ScalarNode> path, bool isDotted)
    {
        foreach (var key in path[..^1])
        {
            var known = table.Find(key.Value);
            if (known?.Table is { } next)
            {
                table = next;
                continue;
            }

            if (known is not null)
            {
                Duplicate(key, known);
            }

            TomlTable made = new(path[^1].Span.To(key.Span)) { IsDefined = isDotted };
            table.Add(TomlEntry.Of(key, made));
            table = made;
        }

        return table;
    }

    private Node ReadValue(int level)
    {
        var start = lexer.Position;
        if (level >= 2 * MaximumDepth)
        {
            lexer.Report(ProblemKind.Limit, "the file is nested too deeply", lexer.Span(start, start));
            lexer.SkipToLineEnd();
            return new ScalarNode("", false, lexer.Span(start, start));
        }

        switch (lexer.Current)
        {
            case '"' or '\'':
                return lexer.ReadString();
            case '[':
                return ReadArray(level);
            case '{':
                return ReadInlineTable(level);
            default:
                return CheckedWord();
        }
    }

    private ScalarNode CheckedWord()
    {
        var word = lexer.ReadBareValue();
        if (
            word.Value is not ("true" or "false" or "inf" or "nan")
            && (word.Value.Length == 0 || (!char.IsAsciiDigit(word.Value[0]) && word.Value[0] is not ('+' or '-')))
        )
        {
            lexer.Fault(
                word.Value.Length == 0 ? "a value is missing" : "the value needs quotes",
                word.Span.Start,
                Math.Max(word.Span.End, word.Span.Start)
            );
        }

        return word;
    }

    private SequenceNode ReadArray(int level)
    {
        var start = lexer.Position++;
        List<Node> elements = [];
        for (lexer.SkipLines(); !lexer.IsAtEnd && !lexer.Take(']'); lexer.SkipLines())
        {
            var before = lexer.Position;
            elements.Add(ReadValue(level + 1));
            lexer.SkipLines();
            if (!lexer.Take(',') && lexer.Current != ']')
            {
                lexer.Fault("the array is not closed", start, start + 1);
                break;
            }

            if (lexer.Position == before)
            {
                break;
            }
        }

        return new SequenceNode(elements, lexer.Span(start, lexer.Position));
    }

    private MappingNode ReadInlineTable(int level)
    {
        var start = lexer.Position++;
        TomlTable table = new(lexer.Span(start, start)) { IsDefined = true };
        for (lexer.SkipLines(); !lexer.IsAtEnd && !lexer.Take('}'); lexer.SkipLines())
        {
            if (ReadPair(table, level) is null)
            {
                break;
            }

            lexer.SkipLines();
            if (!lexer.Take(',') && lexer.Current != '}')
            {
                lexer.Fault("the inline table is not closed", start, start + 1);
                break;
            }
        }

        table.Extend(lexer.Span(start, lexer.Position));
        return table.Freeze();
    }

    private void Duplicate(ScalarNode key, TomlEntry known) =>
        lexer.Report(ProblemKind.DuplicateKey, $"the key '{key.Value}' is defined twice", key.Span, known.Key.Span);

    private void FaultLine(string message, int start)
    {
        lexer.SkipToLineEnd();
        var end = lexer.Position;
        lexer.Fault(message, start, end);
    }
}
