using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A word after quoting: its parts in order.</summary>
/// <param name="Raw">As written, with quotes.</param>
public sealed record ShellWord(string Raw, IReadOnlyList<ShellPart> Parts, SourceSpan Span)
{
    /// <summary>The word's value, when no part of it is computed and it holds no unquoted wildcard.</summary>
    public string? Literal { get; init; }

    /// <summary>Holds an unquoted <c>*</c>, <c>?</c>, <c>[</c> or brace expansion.</summary>
    public bool IsPattern { get; init; }

    /// <summary>The literal text the word begins with; empty when it begins with something computed.</summary>
    public string Prefix => Literal ?? (Parts is [{ Kind: ShellPartKind.Literal } first, ..] ? first.Text : "");

    /// <summary>Options of one letter each, and that one among them: <c>-rf</c> has <c>f</c>.</summary>
    public bool HasFlag(char letter) => Literal is ['-', not '-', ..] options && options.Contains(letter, StringComparison.Ordinal);

    /// <summary>The word without the first characters of its literal beginning: the value of <c>--file=value</c>.</summary>
    public ShellWord From(int length)
    {
        if (length <= 0 || length > Prefix.Length)
        {
            return this;
        }

        List<ShellPart> rest = Parts is [var first, ..]
            ? [first with { Text = first.Text[Math.Min(length, first.Text.Length)..] }, .. Parts.Skip(1)]
            : [];
        if (rest is [{ Text: "" }, _, ..])
        {
            rest.RemoveAt(0);
        }

        // With quotes or escapes in front the place of the value is not a tail of the word: then the whole word is quoted.
        var isTail = Raw.Length >= length && string.CompareOrdinal(Raw, 0, Prefix, 0, length) == 0;
        return new ShellWord(
            isTail ? Raw[length..] : Raw,
            rest,
            isTail ? new SourceSpan(Span.File, Math.Min(Span.Start + length, Span.End), Math.Max(0, Span.Length - length)) : Span
        )
        {
            Literal = Literal?[length..],
            IsPattern = IsPattern,
        };
    }

    public override string ToString() => Literal ?? Raw;
}
