namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>What Traefik does with a request on its way.</summary>
/// <remarks>Traefik documentation, "Kubernetes Middleware CRD".</remarks>
public sealed record Middleware : KubernetesObject
{
    public Middleware(KubernetesObject original)
        : base(original) { }
}
