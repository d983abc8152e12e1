namespace Seaworthy.Reading.Formats.Expressions;

/// <summary>A token of an expression; <paramref name="Start"/> and <paramref name="Length"/> count in the text that holds the expression.</summary>
/// <param name="Value">The symbol or name; for a string, its value with doubled quotes undone.</param>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Value, int Start, int Length)
{
    public int End => Start + Length;
}
