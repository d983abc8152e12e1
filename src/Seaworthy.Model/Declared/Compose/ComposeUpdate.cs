using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary><c>deploy.update_config</c> or <c>deploy.rollback_config</c>: how containers are exchanged.</summary>
public sealed record ComposeUpdate(SourceSpan Span)
{
    public Template? Parallelism { get; init; }

    public ComposeDuration? Delay { get; init; }

    /// <summary><c>continue</c>, <c>pause</c> or (of an update) <c>rollback</c>.</summary>
    public Template? FailureAction { get; init; }

    public ComposeDuration? Monitor { get; init; }

    public Template? MaxFailureRatio { get; init; }

    /// <summary><c>start-first</c> or <c>stop-first</c>.</summary>
    public Template? Order { get; init; }
}
