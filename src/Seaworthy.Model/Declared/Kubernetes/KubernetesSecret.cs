using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A Secret written out in the repository.</summary>
public sealed record KubernetesSecret : KubernetesObject
{
    public KubernetesSecret(KubernetesObject original)
        : base(original) { }

    /// <summary><c>Opaque</c> when absent.</summary>
    public Fact<string>? Type { get; init; }

    /// <summary>Base64, as written.</summary>
    public IReadOnlyList<KubernetesPair> Data { get; init; } = [];

    /// <summary>Plain text; wins over <see cref="Data"/>.</summary>
    public IReadOnlyList<KubernetesPair> StringData { get; init; } = [];

    /// <summary>Values are encrypted in the file (SOPS): only the keys say something.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Every key.</summary>
    public IEnumerable<string> Keys => Data.Concat(StringData).Select(pair => pair.Key).Distinct();
}
