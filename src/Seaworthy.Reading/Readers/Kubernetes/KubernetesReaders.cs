namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>The readers of Kubernetes manifests, kustomizations and charts.</summary>
internal static class KubernetesReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new KubernetesManifestReader(), new KustomizationReader(), new HelmReader()];
}
