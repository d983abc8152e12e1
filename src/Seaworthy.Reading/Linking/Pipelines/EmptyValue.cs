using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What follows where an expression gets nothing.</summary>
internal static class EmptyValue
{
    /// <summary>An empty value makes some conditions true, and others have a second way to be.</summary>
    public static string? WhyHarmless(ExpressionReference reference)
    {
        var text = reference.Span.File.Text;
        var end = text.IndexOf('\n', reference.Span.End);
        var after = text.AsSpan(reference.Span.End, (end < 0 ? text.Length : end) - reference.Span.End).TrimStart();
        return after.StartsWith("!= '", StringComparison.Ordinal) && !after.StartsWith("!= ''", StringComparison.Ordinal)
                ? "its condition is also true for an empty value"
            : reference.Span.Line.Contains("||", StringComparison.Ordinal) ? "the expression may take another branch"
            : null;
    }

    /// <summary>The condition of a step upon the variable of the job that takes the value; null where the condition reads it itself, or none does.</summary>
    public static SourceSpan? ConditionUpon(ExpressionReference reference, WorkflowJob job) =>
        job.Environment.FirstOrDefault(variable => variable.Value.References.Contains(reference)) is { } taken
            ? job
                .Steps.Select(step => step.If)
                .OfType<Condition>()
                .FirstOrDefault(condition =>
                    condition.References.Any(read =>
                        read.Context == "env" && string.Equals(read.Name, taken.Name, StringComparison.OrdinalIgnoreCase)
                    )
                )
                ?.Span
            : null;
}
