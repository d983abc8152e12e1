using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>Nodes of a Compose file to the values that many of its keys share. A value under <c>!reset</c> is as good as absent.</summary>
internal static class ComposeValues
{
    /// <summary>The value under a key, unless it is there only to be taken away.</summary>
    public static Node? Get(this Node? node, string key) => node?[key] is { Tag: not "!reset" } value ? value : null;

    public static Template? Text(Node? node) => node is ScalarNode { IsNull: false } scalar ? TemplateParser.Parse(scalar.Mapped) : null;

    /// <summary>A text or a list of texts.</summary>
    public static IReadOnlyList<Template> Texts(Node? node) =>
        node is SequenceNode list ? [.. list.Elements.Select(Text).OfType<Template>()]
        : Text(node) is { } only ? [only]
        : [];

    public static IReadOnlyList<Fact<string>> Names(Node? node) =>
        node is SequenceNode list ? [.. list.Elements.Select(element => element.Fact).OfType<Fact<string>>()]
        : node?.Fact is { } only ? [only]
        : [];

    public static ComposeFlag? Flag(Node? node) =>
        Text(node) is { } text
            ? new ComposeFlag(
                text.Literal?.ToLowerInvariant() switch
                {
                    "true" or "yes" or "y" or "on" => true,
                    "false" or "no" or "n" or "off" => false,
                    _ => null,
                },
                text,
                text.Span
            )
            : null;

    public static ComposeDuration? Duration(Node? node) =>
        Text(node) is { } text ? new ComposeDuration(text, text.Literal is { } literal ? DurationText.Parse(literal) : null) : null;

    /// <summary>A mapping of names to values, or a list of names and values with a separator between.</summary>
    public static IReadOnlyList<ComposeVariable> Pairs(Node? node, params ReadOnlySpan<char> separators)
    {
        List<ComposeVariable> found = [];
        foreach (var entry in node?.Entries ?? [])
        {
            if (entry.Value is { Tag: not "!reset" })
            {
                AddEntry(found, entry);
            }
        }

        foreach (var scalar in (node?.Items ?? []).OfType<ScalarNode>().Where(scalar => !scalar.IsNull))
        {
            found.Add(Pair(scalar, separators.IsEmpty ? ['='] : separators));
        }

        return found;
    }

    private static void AddEntry(List<ComposeVariable> found, NodeEntry entry)
    {
        Fact<string> name = new(entry.Key, entry.KeySpan);
        if (entry.Value is SequenceNode several)
        {
            found.AddRange(several.Elements.Select(Text).OfType<Template>().Select(value => new ComposeVariable(name, value, value.Span)));
        }
        else if (entry.Value is ScalarNode)
        {
            found.Add(new ComposeVariable(name, Text(entry.Value), entry.Span));
        }
    }

    private static ComposeVariable Pair(ScalarNode scalar, ReadOnlySpan<char> separators)
    {
        var text = scalar.Mapped;
        var cut = -1;
        foreach (var separator in separators)
        {
            cut = cut < 0 ? text.Text.IndexOf(separator, StringComparison.Ordinal) : cut;
        }

        var end = cut < 0 ? text.Text.Length : cut;
        var value = cut < 0 ? null : TemplateParser.Parse(text.Slice(cut + 1, text.Text.Length - cut - 1));
        return new ComposeVariable(new Fact<string>(text.Text[..end], text.Span(0, end)), value, scalar.Span);
    }
}
