using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The <c>if</c> of a job or step.</summary>
/// <param name="Expression">What decides. Text around <c>${{ }}</c> makes a string, which is always true unless empty; it is kept as a call of <c>format</c>.</param>
public sealed record Condition(string Raw, Expression Expression, SourceSpan Span)
{
    public IReadOnlyList<ExpressionReference> References { get; init; } = [];

    /// <summary>Asks for what was pushed: a tag or a branch.</summary>
    public bool AsksForTag => Raw.Contains("refs/tags", StringComparison.Ordinal) || Raw.Contains("ref_type", StringComparison.Ordinal);

    /// <summary>Asks for the state of earlier jobs or steps itself (<c>always()</c>, <c>failure()</c>…), so that no <c>success()</c> is implied.</summary>
    public bool ChecksStatus { get; init; }
}
