using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>How a service runs on a cluster; Compose itself honours replicas, resources and the restart policy.</summary>
/// <remarks>Source: the Compose specification, "Compose Deploy Specification".</remarks>
public sealed record ComposeDeploy(SourceSpan Span)
{
    /// <summary><c>replicated</c>, <c>global</c>, <c>replicated-job</c> or <c>global-job</c>.</summary>
    public Template? Mode { get; init; }

    public Template? EndpointMode { get; init; }

    public Template? Replicas { get; init; }

    public IReadOnlyList<ComposeVariable> Labels { get; init; } = [];

    public ComposeResources? Limits { get; init; }

    public ComposeResources? Reservations { get; init; }

    public ComposeRestartPolicy? RestartPolicy { get; init; }

    public ComposeUpdate? UpdateConfig { get; init; }

    public ComposeUpdate? RollbackConfig { get; init; }

    public IReadOnlyList<Template> PlacementConstraints { get; init; } = [];
}
