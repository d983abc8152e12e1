using System.Buffers;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>
/// What files of keys and values give to names that promise a secret, whatever they are for: <c>password: X</c>, <c>- PASSWORD=X</c>, <c>{name: PASSWORD, value: X}</c>. Asked of trees that are there anyway.
/// </summary>
internal sealed class NamedValues
{
    private const int LongestName = 100;

    private static readonly string[] NameKeys = ["name", "key", "variable", "Name", "Key"];
    private static readonly string[] ValueKeys = ["value", "default", "Value", "Default", "defaultValue", "default_value"];

    // What stands before the sign is a word of its own, and no part of a command or an address.
    private static readonly SearchValues<char> NoNameLetters = SearchValues.Create(" \t\"'/$");

    private readonly List<NamedValue> found = [];
    private readonly Stack<Node> left = new();

    // Aliases repeat a collection a million times: once is enough.
    private readonly HashSet<Node> seen = new(ReferenceEqualityComparer.Instance);

    private NamedValues() { }

    public static IReadOnlyList<NamedValue> In(IEnumerable<NodeFile> trees)
    {
        NamedValues values = new();
        foreach (var document in trees.SelectMany(tree => tree.Documents))
        {
            values.Read(document);
        }

        return values.found;
    }

    private void Read(Node document)
    {
        left.Push(document);
        while (left.TryPop(out var node))
        {
            if (node is MappingNode mapping && seen.Add(node))
            {
                ReadPairs(mapping);
            }
            else if (node is SequenceNode sequence && seen.Add(node))
            {
                ReadItems(sequence);
            }
        }
    }

    private void ReadPairs(MappingNode mapping)
    {
        foreach (var pair in mapping.Pairs)
        {
            if (pair.Value is ScalarNode scalar)
            {
                Add(pair.Key, scalar);
            }
            else
            {
                AddOf(pair.Key, pair.Value);
                left.Push(pair.Value);
            }
        }

        foreach (var key in NameKeys)
        {
            if (mapping.Find(key)?.Value.Text is { } name)
            {
                AddOf(name, mapping);
            }
        }
    }

    /// <summary><c>{name: PASSWORD, value: X}</c>, and the inner part of <c>PASSWORD: {value: X, description: …}</c>.</summary>
    private void AddOf(string name, Node node)
    {
        if (!SecretWords.Hint(name) && !SecretWords.Promise(name))
        {
            return;
        }

        foreach (var key in ValueKeys)
        {
            if (node[key] is ScalarNode value)
            {
                Add(name, value);
            }
        }
    }

    private void ReadItems(SequenceNode sequence)
    {
        var before = "";
        foreach (var item in sequence.Elements)
        {
            if (item is ScalarNode scalar)
            {
                AddAssignment(scalar);
                AddArgument(before, scalar);
                before = scalar.Value;
            }
            else
            {
                left.Push(item);
            }
        }
    }

    private void Add(string name, ScalarNode scalar)
    {
        if (!scalar.IsNull && !IsReference(scalar) && SecretWords.Hide(name, scalar.Value))
        {
            found.Add(new NamedValue(name, scalar.Value, Inner(scalar)));
        }
    }

    /// <summary>An item of a list that is an assignment by itself: <c>PASSWORD=X</c>, <c>--password=X</c>.</summary>
    private void AddAssignment(ScalarNode scalar)
    {
        var text = scalar.Value;
        var sign = text.AsSpan(0, Math.Min(LongestName, text.Length)).IndexOf('=');
        if (
            sign > 0
            && sign + 1 < text.Length
            && !text.AsSpan(0, sign).ContainsAny(NoNameLetters)
            && SecretWords.Hide(text.AsSpan(0, sign), text.AsSpan(sign + 1))
        )
        {
            var value = text[(sign + 1)..];
            found.Add(new NamedValue(text[..sign], value, scalar.Mapped.Span(sign + 1, value.Length)));
        }
    }

    /// <summary>The word behind an option, in a list that may have it in the next line: <c>[--requirepass, X]</c>, <c>[--token, X]</c>. A name may be there as well, but for a password.</summary>
    private void AddArgument(string option, ScalarNode scalar)
    {
        var value = scalar.Value;
        if (
            option.StartsWith("--", StringComparison.Ordinal)
            && SecretWords.Promise(option)
            && value is [not ('-' or '/' or '.' or '~' or '$' or '<' or '{' or '%'), _, _, _, ..]
            && (
                option.EndsWith("pass", StringComparison.OrdinalIgnoreCase)
                || option.EndsWith("password", StringComparison.OrdinalIgnoreCase)
                || RandomLooks.Has(value)
            )
        )
        {
            Add(option, scalar);
        }
    }

    /// <summary><c>!Ref Name</c>, <c>!secret name</c>: a tag of a program's own says what becomes of the text.</summary>
    private static bool IsReference(ScalarNode scalar) => scalar.Tag is ['!', _, ..] && !RandomLooks.Has(scalar.Value);

    /// <summary>Without the quotation marks, or the line with the sign of a block.</summary>
    private static SourceSpan Inner(ScalarNode scalar)
    {
        var span = scalar.Span;
        var text = span.File.Text.AsSpan(span.Start, span.Length);
        if (!scalar.IsQuoted || text.IsEmpty)
        {
            return span;
        }

        if (text[0] is '|' or '>')
        {
            var line = text.IndexOf('\n') + 1;
            var start = line + text[line..].Length - text[line..].TrimStart().Length;
            return line == 0 ? span : new SourceSpan(span.File, span.Start + start, span.Length - start);
        }

        // Three marks in TOML.
        var marks = text.Length >= 6 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
        var isClosed = text.Length >= 2 * marks && text[^1] == text[0];
        return new SourceSpan(span.File, span.Start + marks, span.Length - marks - (isClosed ? marks : 0));
    }
}
