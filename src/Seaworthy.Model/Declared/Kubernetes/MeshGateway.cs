using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A gateway, of Istio or of the Gateway API: what takes requests into the cluster.</summary>
/// <remarks>Istio reference, Gateway; Gateway API, Gateway.</remarks>
public sealed record MeshGateway : KubernetesObject
{
    public MeshGateway(KubernetesObject original)
        : base(original) { }

    /// <summary>For the Gateway API: the names of its listeners.</summary>
    public IReadOnlyList<Fact<string>> Listeners { get; init; } = [];

    public bool IsOfIstio => Group == "networking.istio.io";
}
