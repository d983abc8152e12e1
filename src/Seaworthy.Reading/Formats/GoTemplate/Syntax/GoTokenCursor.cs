namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>Where a parser is among the tokens.</summary>
internal sealed class GoTokenCursor(IReadOnlyList<GoToken> tokens)
{
    private int at;

    public GoToken Peek => tokens[at];

    /// <summary>Behind the last token that was read.</summary>
    public int End => at == 0 ? 0 : tokens[at - 1].Position + tokens[at - 1].Length;

    public GoToken Next()
    {
        var token = tokens[at];
        at += at < tokens.Count - 1 ? 1 : 0;
        return token;
    }

    public void SkipSpace()
    {
        while (Peek.Kind == GoTokenKind.Space)
        {
            Next();
        }
    }

    public GoToken PeekPastSpace()
    {
        SkipSpace();
        return Peek;
    }

    /// <summary>The word that comes next, blanks before it left out; empty when something else does.</summary>
    public string PeekWord() => PeekPastSpace() is { Kind: GoTokenKind.Word } word ? word.Value : "";

    public void NextWord()
    {
        SkipSpace();
        Next();
    }

    /// <summary>For looking ahead: comes back to where it was.</summary>
    public T Ahead<T>(Func<T> look)
    {
        var before = at;
        var seen = look();
        at = before;
        return seen;
    }

    public string Written(GoToken token) =>
        token.Kind switch
        {
            GoTokenKind.End => "EOF",
            GoTokenKind.Quoted => GoQuoted.Quote(token.Value),
            GoTokenKind.Word => $"<{token.Value}>",
            _ => GoQuoted.Quote(token.Value),
        };
}
