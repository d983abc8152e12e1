using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>
/// The tokens of a file, grouped by brackets. The trees lie flat: every opening token knows its closing one, every token the opening one it is in,
/// so that a group is skipped in one step and no walk recurses.
/// </summary>
internal sealed class TokenTrees(SourceFile file, Language language, CodeToken[] tokens, int[] partners, int[] parents)
{
    // Asked for thousands of variables of one file.
    private Dictionary<string, int>? onlyPlaces;

    public SourceFile File { get; } = file;

    public Language Language { get; } = language;

    public int Count => tokens.Length;

    public CodeToken this[int index] => tokens[index];

    /// <summary>The opening token of the group that a token is in; -1 at the top.</summary>
    public int Parent(int index) => parents[index];

    /// <summary>The kind of the group that a token is in; a blank at the top.</summary>
    public char ParentBracket(int index) => parents[index] is var parent and >= 0 ? tokens[parent].Bracket : ' ';

    /// <summary>From an opening token to the end of its group (its closing token, or, when that is missing, the token that ended it), from a closing token to its opening one.</summary>
    public int Partner(int index) => partners[index];

    public bool IsOpen(int index, char bracket) => Has(index) && tokens[index].Kind == TokenKind.Open && tokens[index].Bracket == bracket;

    public bool IsClose(int index, char bracket) => Has(index) && tokens[index].Kind == TokenKind.Close && tokens[index].Bracket == bracket;

    public bool IsKind(int index, TokenKind kind) => Has(index) && tokens[index].Kind == kind;

    public bool IsName(int index) => IsKind(index, TokenKind.Name);

    /// <summary>Whether a name or operator reads so.</summary>
    public bool Is(int index, string text) =>
        Has(index)
        && tokens[index] is { Kind: TokenKind.Name or TokenKind.Operator } token
        && token.Length == text.Length
        && File.Text.AsSpan(token.Start, token.Length).SequenceEqual(text);

    /// <summary>Where the only name or operator stands that reads so; -1 for none and for several.</summary>
    public int OnlyPlaceOf(string text) => (onlyPlaces ??= OnlyPlaces()).GetValueOrDefault(text, -1);

    private Dictionary<string, int> OnlyPlaces()
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        var known = places.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Kind is TokenKind.Name or TokenKind.Operator)
            {
                known[Chars(at)] = known.ContainsKey(Chars(at)) ? -1 : at;
            }
        }

        return places;
    }

    /// <summary>Whether a token stands between a name and its member. PHP's "." joins texts.</summary>
    public bool IsMemberSign(int index) =>
        Language == Language.Php
            ? Is(index, "->") || Is(index, "?->") || Is(index, "::")
            : Is(index, ".") || Is(index, "::") || Is(index, "?.") || (Language == Language.Ruby && Is(index, "&."));

    public bool IsAny(int index, IReadOnlySet<string> texts) =>
        Has(index) && tokens[index].Kind is TokenKind.Name or TokenKind.Operator && texts.Contains(Text(index));

    /// <summary>The text of a token as written; empty outside the file.</summary>
    public string Text(int index) => Has(index) ? File.Text.Substring(tokens[index].Start, tokens[index].Length) : "";

    public ReadOnlySpan<char> Chars(int index) => Has(index) ? File.Text.AsSpan(tokens[index].Start, tokens[index].Length) : default;

    /// <summary>The tokens between the brackets of a group.</summary>
    public TokenRange Inside(int open) => new(open + 1, partners[open]);

    /// <summary>The first token after this one, or after the whole group that it opens.</summary>
    public int After(int index)
    {
        if (!IsKind(index, TokenKind.Open))
        {
            return index + 1;
        }

        var end = partners[index];
        return end < Count && partners[end] == index && tokens[end].Kind == TokenKind.Close ? end + 1 : Math.Max(end, index + 1);
    }

    /// <summary>The last token before this one, or before the whole group that it closes.</summary>
    public int Before(int index) => IsKind(index, TokenKind.Close) ? partners[index] - 1 : index - 1;

    /// <summary>The parts of a range between separators that are in no inner group; an empty last part is left out.</summary>
    public List<TokenRange> Split(TokenRange range, string separator)
    {
        List<TokenRange> parts = [];
        var start = range.First;
        for (var at = range.First; at < range.End; at = After(at))
        {
            if (Is(at, separator))
            {
                parts.Add(new TokenRange(start, at));
                start = at + 1;
            }
        }

        if (start < range.End)
        {
            parts.Add(new TokenRange(start, range.End));
        }

        return parts;
    }

    /// <summary>The first place of an operator or name in a range outside inner groups; -1 when it is absent.</summary>
    public int Find(TokenRange range, string text)
    {
        for (var at = range.First; at < range.End; at = After(at))
        {
            if (Is(at, text))
            {
                return at;
            }
        }

        return -1;
    }

    public SourceSpan Span(int index) => Span(new TokenRange(index, index + 1));

    public SourceSpan Span(TokenRange range)
    {
        if (range.IsEmpty || !Has(range.First))
        {
            return new SourceSpan(File, Has(range.First) ? tokens[range.First].Start : File.Text.Length, 0);
        }

        var start = tokens[range.First].Start;
        return new SourceSpan(File, start, tokens[Math.Min(range.End, Count) - 1].End - start);
    }

    private bool Has(int index) => (uint)index < (uint)tokens.Length;
}
