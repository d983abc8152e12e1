namespace Seaworthy.Model.Declared.Workflows;

/// <summary>Literal text, or an expression whose value takes its place.</summary>
/// <param name="Text">The literal text; for an expression, as written with its braces.</param>
public sealed record ExpressionPart(string Text, Expression? Expression = null);
