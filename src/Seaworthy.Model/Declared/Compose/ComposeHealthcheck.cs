using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>The health check of a service; it replaces the image's own, key by key.</summary>
/// <remarks>Source: the Compose specification, "healthcheck".</remarks>
public sealed record ComposeHealthcheck(SourceSpan Span)
{
    /// <summary>The command without its leading <c>CMD</c> or <c>CMD-SHELL</c>. For a shell test the words are one text.</summary>
    public ComposeCommand? Test { get; init; }

    public HealthTestKind Kind { get; init; } = HealthTestKind.Absent;

    public ComposeFlag? Disable { get; init; }

    public ComposeDuration? Interval { get; init; }

    public ComposeDuration? Timeout { get; init; }

    public ComposeDuration? StartPeriod { get; init; }

    public ComposeDuration? StartInterval { get; init; }

    public Template? Retries { get; init; }

    /// <summary>Switched off, by <c>disable: true</c> or <c>test: NONE</c>.</summary>
    public bool IsDisabled => Disable?.Value is true || Kind == HealthTestKind.None;
}
