namespace Seaworthy.Reading.Formats.Sql;

/// <summary>What a token of SQL is.</summary>
internal enum SqlTokenKind
{
    Word,
    QuotedName,
    String,
    Number,
    Sign,
}
