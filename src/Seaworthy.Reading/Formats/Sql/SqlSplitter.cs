namespace Seaworthy.Reading.Formats.Sql;

/// <summary>
/// Splits a script into statements and tokens, in the common ground of PostgreSQL, MySQL, SQLite and SQL Server: comments, all their quotes and dollar quoting.
/// It knows no grammar, so that nothing can be a syntax error.
/// </summary>
/// <remarks>Source: PostgreSQL documentation, "Lexical Structure"; MySQL Reference Manual, "Language Structure".</remarks>
internal sealed class SqlSplitter
{
    private readonly string text;
    private readonly List<SqlStatement> statements = [];
    private List<SqlToken> tokens = [];
    private int at;

    private SqlSplitter(string text) => this.text = text;

    public static IReadOnlyList<SqlStatement> Split(string text)
    {
        SqlSplitter splitter = new(text);
        while (splitter.at < text.Length)
        {
            splitter.Step();
        }

        splitter.EndStatement();
        return splitter.statements;
    }

    private void Step()
    {
        var letter = text[at];
        if (char.IsWhiteSpace(letter))
        {
            at++;
        }
        else if (letter == ';')
        {
            EndStatement();
            at++;
        }
        else if (StartsWith("--"))
        {
            SkipPast("\n");
        }
        else if (StartsWith("/*"))
        {
            SkipPast("*/");
        }
        else if (letter is '\'' or '"' or '`' || letter == '[' && IsBracketName())
        {
            Quoted(letter);
        }
        else if (letter == '$' && DollarTag() is { } tag)
        {
            DollarQuoted(tag);
        }
        else if (char.IsLetter(letter) || letter == '_')
        {
            Run(SqlTokenKind.Word, static c => char.IsLetterOrDigit(c) || c is '_' or '$');
        }
        else if (char.IsAsciiDigit(letter))
        {
            Run(SqlTokenKind.Number, static c => char.IsLetterOrDigit(c) || c == '.');
        }
        else
        {
            tokens.Add(new SqlToken(SqlTokenKind.Sign, letter.ToString(), at, 1));
            at++;
        }
    }

    private void EndStatement()
    {
        // SQL Server's batch separator stands on a line of its own and is no statement.
        if (tokens is [{ Kind: SqlTokenKind.Word } only] && only.Is("GO"))
        {
            tokens = [];
        }

        if (tokens.Count > 0)
        {
            statements.Add(new SqlStatement(tokens));
            tokens = [];
        }
    }

    private bool StartsWith(string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private void SkipPast(string end)
    {
        var found = text.IndexOf(end, Math.Min(at + 2, text.Length), StringComparison.Ordinal);
        at = found < 0 ? text.Length : found + end.Length;
    }

    // SQL Server quotes names with brackets; an array type or subscript has a digit or nothing inside.
    private bool IsBracketName() =>
        at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] == '_') && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private void Quoted(char quote)
    {
        var close = quote == '[' ? ']' : quote;
        var end = at + 1;
        while (end < text.Length)
        {
            if (text[end] == close)
            {
                // A doubled quote is part of the text.
                if (end + 1 >= text.Length || text[end + 1] != close)
                {
                    break;
                }

                end++;
            }

            end++;
        }

        var stop = Math.Min(end, text.Length);
        var kind = quote == '\'' ? SqlTokenKind.String : SqlTokenKind.QuotedName;
        tokens.Add(new SqlToken(kind, text[Math.Min(at + 1, stop)..stop], at, Math.Min(end + 1, text.Length) - at));
        at = Math.Min(end + 1, text.Length);
    }

    private string? DollarTag()
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end < text.Length && text[end] == '$' && (end == at + 1 || !char.IsAsciiDigit(text[at + 1])) ? text[at..(end + 1)] : null;
    }

    private void DollarQuoted(string tag)
    {
        var body = at + tag.Length;
        var end = text.IndexOf(tag, body, StringComparison.Ordinal);
        var stop = end < 0 ? text.Length : end;
        var after = end < 0 ? text.Length : end + tag.Length;
        tokens.Add(new SqlToken(SqlTokenKind.String, text[body..stop], at, after - at));
        at = after;
    }

    private void Run(SqlTokenKind kind, Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        tokens.Add(new SqlToken(kind, text[start..at], start, at - start));
    }
}
