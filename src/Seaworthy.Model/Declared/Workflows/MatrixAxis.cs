using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>One axis of a matrix with its values.</summary>
/// <param name="Computed">The values as one expression, when they are not listed.</param>
public sealed record MatrixAxis(string Name, IReadOnlyList<MatrixValue> Values, ExpressionTemplate? Computed, SourceSpan Span);
