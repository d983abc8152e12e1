namespace Seaworthy.Reading.Formats.Sql;

/// <summary>A word, quoted name, string, number or sign of SQL. <paramref name="Text"/> is without quotes; <paramref name="Start"/> counts in the text that was split.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start, int Length)
{
    /// <summary>Whether it is this keyword, in any letter case; a quoted name never is.</summary>
    public bool Is(string keyword) => Kind == SqlTokenKind.Word && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    public bool IsSign(char sign) => Kind == SqlTokenKind.Sign && Text[0] == sign;
}
