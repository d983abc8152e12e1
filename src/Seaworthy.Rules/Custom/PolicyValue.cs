using System.Globalization;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Custom;

/// <summary>The value of one property of one subject: texts, a number, nothing, or unknown.</summary>
internal sealed record PolicyValue
{
    public static PolicyValue None { get; } = new();

    public IReadOnlyList<string> Texts { get; private init; } = [];

    public decimal? Number { get; private init; }

    /// <summary>Why it is unknown.</summary>
    public string? UnknownBecause { get; private init; }

    /// <summary>Its place.</summary>
    public SourceSpan? Span { get; private init; }

    public bool Exists => Texts.Count > 0;

    public static PolicyValue Of(string? text, SourceSpan? span = null) =>
        text is not { Length: > 0 } ? None : new() { Texts = [text], Span = span };

    public static PolicyValue Of(decimal? number, SourceSpan? span = null) =>
        number is not { } known
            ? None
            : new()
            {
                Texts = [known.ToString(CultureInfo.InvariantCulture)],
                Number = known,
                Span = span,
            };

    public static PolicyValue Of(bool flag, SourceSpan? span = null) => Of(flag ? "true" : "false", span);

    public static PolicyValue Of(IEnumerable<string> texts, SourceSpan? span = null) =>
        new() { Texts = [.. texts.Distinct(StringComparer.Ordinal)], Span = span };

    public static PolicyValue Unknown(string because, SourceSpan? span = null) => new() { UnknownBecause = because, Span = span };

    public override string ToString() =>
        UnknownBecause is not null ? "unknown"
        : Texts.Count == 0 ? "nothing"
        : string.Join(", ", Texts);
}
