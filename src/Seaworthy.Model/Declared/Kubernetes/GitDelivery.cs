namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>An object that keeps a cluster as a Git repository says: an <c>Application</c> of Argo CD, a <c>Kustomization</c> or <c>HelmRelease</c> of Flux.</summary>
/// <remarks>Argo CD documentation, "Application Specification"; Flux documentation, "Kustomization", "HelmRelease".</remarks>
public sealed record GitDelivery : KubernetesObject
{
    public GitDelivery(KubernetesObject original)
        : base(original) { }

    public IReadOnlyList<GitSource> Sources { get; init; } = [];
}
