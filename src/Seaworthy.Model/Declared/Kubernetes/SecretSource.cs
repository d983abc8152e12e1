using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>An object from which a controller makes a Secret: SealedSecret, ExternalSecret, a certificate of cert-manager.</summary>
public sealed record SecretSource : KubernetesObject
{
    public SecretSource(KubernetesObject original)
        : base(original) { }

    /// <summary>The name of the Secret that will be there.</summary>
    public Fact<string>? SecretName { get; init; }

    public IReadOnlyList<Fact<string>> Keys { get; init; } = [];

    /// <summary>Where the values come from, for an ExternalSecret.</summary>
    public IReadOnlyList<RemoteReference> Remote { get; init; } = [];

    /// <summary>What is given in plain text beside what is encrypted.</summary>
    public IReadOnlyList<KubernetesPair> Plain { get; init; } = [];

    /// <summary>The Secret may hold keys that are not listed.</summary>
    public bool HasMoreKeys { get; init; }
}
