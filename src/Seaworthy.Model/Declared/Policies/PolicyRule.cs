using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Policies;

/// <summary>A rule that a team wrote for itself.</summary>
/// <param name="Id">Without the prefix that all of them have.</param>
/// <param name="Subject">What it is asked of: <c>workload</c>.</param>
/// <param name="Require">What must be true of each.</param>
/// <param name="Span">Where it begins.</param>
public sealed record PolicyRule(string Id, string Subject, PolicyCondition Require, SourceSpan Span)
{
    public required string Title { get; init; }

    public required string Area { get; init; }

    public required string Severity { get; init; }

    public required string Rationale { get; init; }

    /// <summary>With the names of properties in braces; null for the title with the subject's name.</summary>
    public string? Message { get; init; }

    public string? Remedy { get; init; }

    /// <summary>What does not fulfil it is WARN instead of FAIL.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>Which of the subjects it is asked of; null for all.</summary>
    public PolicyCondition? Where { get; init; }
}
