using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A pod's owner and the objects applied with it.</summary>
internal sealed record GuardedPod(KubernetesStack Stack, KubernetesWorkload Owner)
{
    public IReadOnlyList<KubernetesPair> Labels => Owner.Pod?.Labels ?? [];
}
