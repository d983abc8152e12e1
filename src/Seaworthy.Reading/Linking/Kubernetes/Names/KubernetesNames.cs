using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>Every name that one Kubernetes object gives to another: services, ports, pods, keys, claims, accounts.</summary>
internal static class KubernetesNames
{
    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        if (deployment.KubernetesStacks.Count == 0)
        {
            return [];
        }

        Repository repository = new(deployment);
        return deployment.KubernetesStacks.SelectMany(stack =>
            new[]
            {
                new KeyNames(repository, stack, new KeySetIndex(KeySets.Of(deployment, stack.Objects, stack.Generators))).Find(),
                new SelectorNames(repository, stack).Find(),
                new TargetPortNames(repository, stack).Find(),
                new RouteNames(repository, stack).Find(),
                new PodNames(repository, stack).Find(),
            }.SelectMany(found => found)
        );
    }
}
