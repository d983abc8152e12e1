using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>Names that resolve although no container of a target answers to them: all Services but those that select a pod of it.</summary>
internal sealed class ServicesWithoutPods(KubernetesStack stack)
{
    private readonly HostNames all = HostNames.Of(stack.Of<KubernetesService>().Select(service => service.Name?.Value).OfType<string>());

    public HostNames Beside(IReadOnlyList<KubernetesWorkload> owners) =>
        all.Without(
            owners
                .SelectMany(owner => stack.Index.Selecting(owner).Where(service => KubernetesWorkloads.Selects(service, owner)))
                .Distinct<KubernetesService>(ReferenceEqualityComparer.Instance)
                .Select(service => service.Name?.Value)
                .OfType<string>()
        );
}
