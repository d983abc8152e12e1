using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>A scalar. <paramref name="Value"/> is the text with quotes and escapes undone.</summary>
internal sealed record ScalarNode(string Value, bool IsQuoted, SourceSpan Span) : Node(Span)
{
    /// <summary>A plain <c>null</c>, <c>~</c> or nothing at all.</summary>
    public bool IsNull { get; init; }

    /// <summary>Where each character of the value came from, for text that is a language of its own (a script in a block scalar).</summary>
    public Func<MappedText>? Map { get; init; }

    public MappedText Mapped => Map?.Invoke() ?? new MappedText(Value, Span.File, [new MappedSegment(0, Span.Start + (IsQuoted ? 1 : 0))]);
}
