using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A value of a matrix: one text, or named fields (nested ones under dotted names).</summary>
public sealed record MatrixValue(ExpressionTemplate? Text, IReadOnlyList<NamedTemplate> Fields, SourceSpan Span);
