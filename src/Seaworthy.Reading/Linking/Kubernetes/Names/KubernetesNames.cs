using Seaworthy.Model;
using Seaworthy.Model.Source;
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
        var found = deployment
            .KubernetesStacks.SelectMany(stack =>
                new KeyNames(repository, stack, new KeySetIndex(KeySets.Of(deployment, stack.Objects, stack.Generators)))
                    .Find()
                    .Concat(Parts(repository, stack))
            )
            .Where(IsKnown)
            .ToList();
        return found.Concat(Optional(repository, deployment, found));
    }

    private static bool IsKnown(NameUse use) => !OpenText.Is(use.Name);

    private static IEnumerable<NameUse> Parts(Repository repository, KubernetesStack stack) =>
        new[]
        {
            new SelectorNames(repository, stack).Find(),
            new TargetPortNames(repository, stack).Find(),
            new RouteNames(repository, stack).Find(),
            new PodNames(repository, stack).Find(),
            new MeshNames(repository, stack).Find(),
        }.SelectMany(uses => uses);

    /// <summary>What the users of a chart may ask for names parts of the chart; secrets and the like they bring themselves.</summary>
    private static IEnumerable<NameUse> Optional(Repository repository, Deployment deployment, List<NameUse> found)
    {
        var known = found.Select(use => use.Span).ToHashSet();
        return deployment
            .All<ChartRendering>()
            .SelectMany(chart => chart.Optional)
            .SelectMany(stack => Parts(repository, stack))
            .Where(use =>
                IsKnown(use)
                && !known.Contains(use.Span)
                && use.Role
                    is NameRole.KubernetesVolume
                        or NameRole.KubernetesService
                        or NameRole.KubernetesServicePort
                        or NameRole.KubernetesTargetPort
                        or NameRole.KubernetesPodLabels
                        or NameRole.KubernetesScaleTarget
                        or NameRole.KubernetesGateway
                        or NameRole.KubernetesMiddleware
            );
    }
}
