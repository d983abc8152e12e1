using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>The subsets of a host in Istio.</summary>
/// <remarks>Istio reference, DestinationRule.</remarks>
public sealed record DestinationRule : KubernetesObject
{
    public DestinationRule(KubernetesObject original)
        : base(original) { }

    public Fact<string>? Host { get; init; }

    public IReadOnlyList<Fact<string>> Subsets { get; init; } = [];
}
