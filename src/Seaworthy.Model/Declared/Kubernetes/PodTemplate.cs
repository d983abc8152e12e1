using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>The pod that a workload makes.</summary>
/// <remarks>Kubernetes API reference, PodTemplateSpec.</remarks>
public sealed record PodTemplate(SourceSpan Span)
{
    public IReadOnlyList<KubernetesPair> Labels { get; init; } = [];

    public IReadOnlyList<KubernetesPair> Annotations { get; init; } = [];

    /// <summary>Those of <c>initContainers</c> are in <see cref="InitContainers"/>.</summary>
    public IReadOnlyList<KubernetesContainer> Containers { get; init; } = [];

    public IReadOnlyList<KubernetesContainer> InitContainers { get; init; } = [];

    public IReadOnlyList<PodVolume> Volumes { get; init; } = [];

    public Fact<string>? ServiceAccountName { get; init; }

    public IReadOnlyList<Fact<string>> ImagePullSecrets { get; init; } = [];

    public IReadOnlyList<KubernetesPair> NodeSelector { get; init; } = [];

    public KubernetesSecurity? Security { get; init; }

    public Fact<bool>? HostNetwork { get; init; }

    public Fact<string>? RestartPolicy { get; init; }

    /// <summary>Spread over nodes or zones by <c>affinity</c> or <c>topologySpreadConstraints</c>.</summary>
    public Fact<string>? Spread { get; init; }
}
