namespace Seaworthy.Reading.Formats.Sql;

/// <summary>The tokens of one statement, without the semicolon that ends it.</summary>
internal sealed record SqlStatement(IReadOnlyList<SqlToken> Tokens)
{
    public int Start => Tokens[0].Start;

    public int Length => Tokens[^1].Start + Tokens[^1].Length - Start;

    /// <summary>Whether these keywords stand from a position on.</summary>
    public bool Has(int at, params ReadOnlySpan<string> keywords)
    {
        if (at + keywords.Length > Tokens.Count)
        {
            return false;
        }

        for (var offset = 0; offset < keywords.Length; offset++)
        {
            if (!Tokens[at + offset].Is(keywords[offset]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a keyword stands anywhere from one position up to another.</summary>
    public bool Contains(string keyword, int from, int to)
    {
        for (var at = from; at < to && at < Tokens.Count; at++)
        {
            if (Tokens[at].Is(keyword))
            {
                return true;
            }
        }

        return false;
    }
}
