using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary><c>deploy.restart_policy</c>.</summary>
public sealed record ComposeRestartPolicy(SourceSpan Span)
{
    /// <summary><c>none</c>, <c>on-failure</c> or <c>any</c>.</summary>
    public Template? Condition { get; init; }

    public ComposeDuration? Delay { get; init; }

    public Template? MaxAttempts { get; init; }

    public ComposeDuration? Window { get; init; }
}
