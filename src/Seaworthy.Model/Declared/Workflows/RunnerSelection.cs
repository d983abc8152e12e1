using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The <c>runs-on</c> of a job: labels that a runner must carry, and the group it must be in.</summary>
public sealed record RunnerSelection(IReadOnlyList<ExpressionTemplate> Labels, ExpressionTemplate? Group, SourceSpan Span)
{
    /// <summary>A machine that GitHub makes for the job and throws away after it.</summary>
    public bool IsHosted => Group is null && Labels.Count > 0 && Labels.All(label => label.Literal is { } name && IsHostedLabel(name));

    /// <summary>A label of the form that GitHub gives its own machines.</summary>
    public static bool IsHostedLabel(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.StartsWith("ubuntu-", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("windows-", StringComparison.OrdinalIgnoreCase)
            || label.StartsWith("macos-", StringComparison.OrdinalIgnoreCase);
    }
}
