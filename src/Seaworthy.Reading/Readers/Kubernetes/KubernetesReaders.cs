namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>The readers of Kubernetes manifests and kustomizations.</summary>
internal static class KubernetesReaders
{
    public static IReadOnlyList<Reader> All { get; } = [];
}
