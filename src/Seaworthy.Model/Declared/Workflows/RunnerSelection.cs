using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The <c>runs-on</c> of a job: labels that a runner must carry, and the group it must be in.</summary>
public sealed record RunnerSelection(IReadOnlyList<ExpressionTemplate> Labels, ExpressionTemplate? Group, SourceSpan Span);
