using System.Globalization;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Json;

/// <summary>Turns JSON tokens into nodes, going on behind every fault.</summary>
internal sealed class JsonTreeBuilder(JsonLexer lexer)
{
    private const int MaximumDepth = 200;
    private const int MaximumNodes = 1_000_000;
    private int nodes;
    private bool isStopped;

    public Node? ReadDocument()
    {
        lexer.SkipBlanks();
        if (lexer.IsAtEnd)
        {
            lexer.Report(ProblemKind.Empty, "the file is empty", lexer.Span(0, 0));
            return null;
        }

        var root = ReadValue(0);
        lexer.SkipBlanks();
        if (!lexer.IsAtEnd && !isStopped)
        {
            lexer.Fault("unexpected text after the end of the value", lexer.Position, lexer.Position + 1);
        }

        return root;
    }

    private Node ReadValue(int depth)
    {
        lexer.SkipBlanks();
        if (depth >= MaximumDepth || ++nodes > MaximumNodes)
        {
            return Stop(depth >= MaximumDepth ? "the file is nested too deeply" : "the file has too many values");
        }

        switch (lexer.Current)
        {
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadArray(depth);
            case '"' or '\'':
                return lexer.ReadString();
            case ',' or ']' or '}':
            case '\0' when lexer.IsAtEnd:
                lexer.Fault("a value is missing", lexer.Position, lexer.Position + 1);
                return new ScalarNode("", false, lexer.Span(lexer.Position, lexer.Position)) { IsNull = true };
            default:
                return CheckedWord();
        }
    }

    private ScalarNode CheckedWord()
    {
        var word = lexer.ReadWord();
        var isNumber =
            word.Value[0] is '-' or (>= '0' and <= '9')
            && double.TryParse(word.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        if (!isNumber && word.Value is not ("true" or "false" or "null"))
        {
            lexer.Fault(
                $"'{(word.Value.Length > 40 ? word.Value[..40] : word.Value)}' is not a JSON value",
                word.Span.Start,
                word.Span.End
            );
        }

        return word;
    }

    private MappingNode ReadObject(int depth)
    {
        var start = lexer.Position++;
        List<NodeEntry> pairs = [];
        Dictionary<string, NodeEntry> first = new(StringComparer.Ordinal);
        while (Continues('}', pairs.Count > 0, pairs.Count > 0 ? pairs[^1].Value.Span.End : start))
        {
            var key = lexer.Current is '"' or '\'' ? lexer.ReadString() : ReadBareKey();
            if (!lexer.Take(':'))
            {
                lexer.Fault("a colon is missing after the key", key.Span.End, key.Span.End);
            }

            NodeEntry entry = new(key.Value, ReadValue(depth + 1), key.Span);
            pairs.Add(entry);
            if (!first.TryAdd(entry.Key, entry))
            {
                lexer.Report(
                    ProblemKind.DuplicateKey,
                    $"duplicate key '{entry.Key}' in one object",
                    entry.KeySpan,
                    first[entry.Key].KeySpan
                );
            }
        }

        return new MappingNode(pairs, lexer.Span(start, lexer.Position));
    }

    private SequenceNode ReadArray(int depth)
    {
        var start = lexer.Position++;
        List<Node> elements = [];
        while (Continues(']', elements.Count > 0, elements.Count > 0 ? elements[^1].Span.End : start))
        {
            elements.Add(ReadValue(depth + 1));
        }

        return new SequenceNode(elements, lexer.Span(start, lexer.Position));
    }

    /// <summary>Goes over the comma to the next element; false at the closing bracket, a bracket that closes something else, or the end.</summary>
    private bool Continues(char close, bool needsComma, int previousEnd)
    {
        var hasComma = needsComma && lexer.Take(',');
        var comma = lexer.Position - 1;
        while (!isStopped && lexer.Take(','))
        {
            lexer.Fault("a value is missing before the comma", lexer.Position - 1, lexer.Position);
        }

        if (isStopped || lexer.Take(close))
        {
            if (hasComma && !isStopped)
            {
                lexer.Leniency("JSON has no comma after the last element", comma, comma + 1);
            }

            return false;
        }

        if (lexer.IsAtEnd || lexer.Current is ']' or '}')
        {
            lexer.Fault($"'{close}' is missing", previousEnd, previousEnd);

            // Behind the wrong bracket everything belongs to the collection outside: leave it the bracket.
            return false;
        }

        if (needsComma && !hasComma)
        {
            lexer.Fault("a comma is missing", previousEnd, previousEnd);
        }

        return true;
    }

    private ScalarNode ReadBareKey()
    {
        var key = lexer.ReadWord();
        lexer.Fault("keys need double quotes", key.Span.Start, key.Span.End);
        return key;
    }

    private ScalarNode Stop(string message)
    {
        if (!isStopped)
        {
            lexer.Report(ProblemKind.Limit, message, lexer.Span(lexer.Position, lexer.Position));
        }

        isStopped = true;
        return new ScalarNode("", false, lexer.Span(lexer.Position, lexer.Position)) { IsNull = true };
    }
}
