using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>An Ingress: which host and path go to which Service.</summary>
/// <remarks>Kubernetes documentation, "Ingress"; <c>networking.k8s.io/v1</c> and the older <c>v1beta1</c> form.</remarks>
public sealed record Ingress : KubernetesObject
{
    public Ingress(KubernetesObject original)
        : base(original) { }

    /// <summary><c>ingressClassName</c>, or the older annotation.</summary>
    public Fact<string>? ClassName => ClassField ?? ClassAnnotation;

    public Fact<string>? ClassField { get; init; }

    /// <summary>The annotation <c>kubernetes.io/ingress.class</c>, which came before the field.</summary>
    public Fact<string>? ClassAnnotation => Annotations.FirstOrDefault(pair => pair.Key == "kubernetes.io/ingress.class")?.Value;

    public IngressBackend? DefaultBackend { get; init; }

    public IReadOnlyList<IngressRule> Rules { get; init; } = [];

    public IReadOnlyList<IngressTls> Tls { get; init; } = [];
}
