using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A condition, or an expression in a value, and the job or action in which it stands.</summary>
/// <param name="IsCondition">The <c>if</c> of a job or step: all that counts is its truth.</param>
/// <param name="Owner">The job or step as a report points at it.</param>
internal sealed record JudgedExpression(Expression Expression, SourceSpan Span, bool IsCondition, SourceSpan Owner)
{
    /// <summary>As a report names its place: <c>the condition</c>, <c>`push`</c>.</summary>
    public string Name { get; init; } = "the condition";
}
