using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A ConfigMap: keys with texts, for variables and files.</summary>
public sealed record ConfigMap : KubernetesObject
{
    public ConfigMap(KubernetesObject original)
        : base(original) { }

    public IReadOnlyList<KubernetesPair> Data { get; init; } = [];

    /// <summary>The keys of <c>binaryData</c>.</summary>
    public IReadOnlyList<Fact<string>> BinaryKeys { get; init; } = [];

    /// <summary>Every key.</summary>
    public IEnumerable<string> Keys => Data.Select(pair => pair.Key).Concat(BinaryKeys.Select(key => key.Value));
}
