using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The group in which only one run goes on at a time.</summary>
public sealed record Concurrency(ExpressionTemplate? Group, ExpressionTemplate? CancelInProgress, SourceSpan Span);
