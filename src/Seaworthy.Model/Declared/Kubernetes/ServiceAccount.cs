using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>The identity of pods.</summary>
public sealed record ServiceAccount : KubernetesObject
{
    public ServiceAccount(KubernetesObject original)
        : base(original) { }

    public IReadOnlyList<Fact<string>> ImagePullSecrets { get; init; } = [];
}
