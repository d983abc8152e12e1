using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A part of a Helm template that is rendered under a condition: between <c>if</c>, <c>else</c>, <c>with</c>, <c>range</c> and their <c>end</c>.</summary>
/// <param name="Condition">As the template language writes it; for an <c>else</c>, that what stands before it does not hold.</param>
/// <param name="Span">What stands between the actions.</param>
public sealed record TemplateBranch(string Condition, SourceSpan Span);
