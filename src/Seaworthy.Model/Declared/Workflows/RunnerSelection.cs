using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The <c>runs-on</c> of a job: labels that a runner must carry, and the group it must be in.</summary>
public sealed record RunnerSelection(IReadOnlyList<ExpressionTemplate> Labels, ExpressionTemplate? Group, SourceSpan Span)
{
    /// <summary>A machine that GitHub makes for the job and throws away after it.</summary>
    public bool IsHosted =>
        Group is null
        && Labels.Count > 0
        && Labels.All(label =>
            label.Literal is { } name
            && (
                name.StartsWith("ubuntu-", StringComparison.Ordinal)
                || name.StartsWith("windows-", StringComparison.Ordinal)
                || name.StartsWith("macos-", StringComparison.Ordinal)
            )
        );
}
