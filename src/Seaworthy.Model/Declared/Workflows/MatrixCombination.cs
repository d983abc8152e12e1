using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>An entry of <c>include</c> or <c>exclude</c>; nested fields under dotted names.</summary>
public sealed record MatrixCombination(IReadOnlyList<NamedTemplate> Values, SourceSpan Span);
