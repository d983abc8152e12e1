using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What a file gives to a name that promises a secret.</summary>
/// <param name="Value">As readers understand it.</param>
/// <param name="Span">Where it is written; null for what was put together from several places.</param>
internal sealed record GivenValue(string Name, string Value, SourceSpan? Span)
{
    public static GivenValue Of(string name, Template? value) => new(name, value?.Literal ?? value?.Raw ?? "", value?.Span);

    /// <summary>As it is written, without the quotation marks around all of it; empty without a place.</summary>
    public string Written => Inner is { } inner ? inner.File.Text.Substring(inner.Start, inner.Length) : "";

    /// <summary>The part of the file that no report shows; null for a reference, and for what tells nothing.</summary>
    public SourceSpan? Hidden =>
        Inner is { } inner && SecretMask.Part(Written, Name) is { End.Value: > 0 } part
            ? new SourceSpan(inner.File, inner.Start + part.Start.Value, part.End.Value - part.Start.Value)
            : null;

    private SourceSpan? Inner =>
        Span is { Length: > 1 } && IsQuoted(Span.File.Text.AsSpan(Span.Start, Span.Length))
            ? new SourceSpan(Span.File, Span.Start + 1, Span.Length - 2)
            : Span;

    private static bool IsQuoted(ReadOnlySpan<char> text) => text[0] is '"' or '\'' or '`' && text[1..].IndexOf(text[0]) == text.Length - 2;
}
