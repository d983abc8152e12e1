using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>A value of a configuration file, whatever its syntax: YAML, JSON and TOML all become this tree, so that a reader is written once.</summary>
internal abstract record Node(SourceSpan Span)
{
    /// <summary>The tag as written (<c>!Ref</c>, <c>!reset</c>), or null.</summary>
    public string? Tag { get; init; }

    /// <summary>The value under a key, when this is a mapping that has it.</summary>
    public Node? this[string key] => (this as MappingNode)?.Find(key)?.Value;

    /// <summary>The elements, when this is a sequence; else none.</summary>
    public IReadOnlyList<Node> Items => (this as SequenceNode)?.Elements ?? [];

    /// <summary>The elements that are scalars, when this is a sequence; else none.</summary>
    public IReadOnlyList<Fact<string>> Texts => [.. Items.Select(item => item.Fact).OfType<Fact<string>>()];

    /// <summary>The entries, when this is a mapping; else none.</summary>
    public IReadOnlyList<NodeEntry> Entries => (this as MappingNode)?.Pairs ?? [];

    /// <summary>The text, when this is a scalar that is not null.</summary>
    public string? Text => this is ScalarNode { IsNull: false } scalar ? scalar.Value : null;

    /// <summary>The text with its place, when this is a scalar that is not null.</summary>
    public Fact<string>? Fact => Text is { } text ? new Fact<string>(text, Span) : null;

    /// <summary>The value down a path of keys.</summary>
    public Node? At(params ReadOnlySpan<string> keys)
    {
        Node? node = this;
        foreach (var key in keys)
        {
            node = node?[key];
        }

        return node;
    }
}
