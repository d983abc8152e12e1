namespace Seaworthy.Reading.Formats.Expressions;

/// <summary>What a token of an expression is.</summary>
internal enum ExpressionTokenKind
{
    /// <summary>A bracket, comma, dot, star or operator.</summary>
    Symbol,
    Name,
    Text,
    Number,

    /// <summary>A character that begins no token, or a string that does not end.</summary>
    Invalid,
    End,
}
