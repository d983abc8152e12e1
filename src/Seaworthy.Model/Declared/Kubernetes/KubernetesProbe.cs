using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A check of a container by the kubelet, or a lifecycle hook of the same form.</summary>
/// <param name="Name">The key: <c>readinessProbe</c>, <c>livenessProbe</c>, <c>startupProbe</c>, <c>preStop</c>.</param>
/// <param name="Span">Key and value.</param>
/// <remarks>Kubernetes API reference, Probe.</remarks>
public sealed record KubernetesProbe(string Name, KubernetesProbeKind Kind, SourceSpan Span)
{
    /// <summary>For HTTP; absent means <c>/</c>.</summary>
    public Fact<string>? Path { get; init; }

    /// <summary>A number, or the name of a port of the container.</summary>
    public Fact<string>? Port { get; init; }

    public Fact<string>? Scheme { get; init; }

    /// <summary>Absent means the pod.</summary>
    public Fact<string>? Host { get; init; }

    public ContainerWords? Command { get; init; }

    /// <summary>What the command runs; no shell, unless it calls one.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; init; } = [];

    public Fact<int>? InitialDelaySeconds { get; init; }

    public Fact<int>? PeriodSeconds { get; init; }

    public Fact<int>? TimeoutSeconds { get; init; }

    public Fact<int>? FailureThreshold { get; init; }
}
