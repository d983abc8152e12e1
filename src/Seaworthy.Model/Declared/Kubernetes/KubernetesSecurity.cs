using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A <c>securityContext</c>, of a pod or of a container.</summary>
/// <remarks>Kubernetes API reference, PodSecurityContext and SecurityContext.</remarks>
public sealed record KubernetesSecurity(SourceSpan Span)
{
    public Fact<int>? RunAsUser { get; init; }

    public Fact<bool>? RunAsNonRoot { get; init; }

    public Fact<bool>? ReadOnlyRootFilesystem { get; init; }

    public Fact<bool>? Privileged { get; init; }

    public IReadOnlyList<Fact<string>> AddedCapabilities { get; init; } = [];
}
