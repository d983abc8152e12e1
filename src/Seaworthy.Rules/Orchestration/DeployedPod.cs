using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod as a stack of Kubernetes objects makes it.</summary>
internal sealed record DeployedPod(KubernetesStack Stack, KubernetesWorkload Workload, PodTemplate Template)
{
    public string Name => Workload.Name?.Value ?? Workload.Kind.Value;

    public Subject Subject => new(Name, Workload.Name?.Span ?? Workload.Span);

    public static IEnumerable<DeployedPod> In(Deployment deployment) => deployment.KubernetesStacks.SelectMany(stack => In(stack));

    public static IEnumerable<DeployedPod> In(KubernetesStack stack)
    {
        foreach (var workload in stack.Of<KubernetesWorkload>())
        {
            if (workload.Pod is { Containers.Count: > 0 } pod)
            {
                yield return new DeployedPod(stack, workload, pod);
            }
        }
    }
}
