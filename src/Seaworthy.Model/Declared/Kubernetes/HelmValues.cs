using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A values file of a Helm chart.</summary>
/// <param name="File">A file named <c>values.yaml</c> or <c>values-*.yaml</c>, or one of secrets that SOPS encrypts: whether a chart is beside it, the linking tells.</param>
public sealed record HelmValues(SourceFile File) : Artifact(File)
{
    /// <summary>Every leaf.</summary>
    public IReadOnlyList<HelmValue> Values { get; init; } = [];
}
