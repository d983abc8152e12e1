using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>What a kustomization changes in all its objects: namespace, images, replicas, labels that selectors see.</summary>
internal static class KustomizeChanges
{
    public static void Apply(Kustomization kustomization, KustomizeLayer layer)
    {
        for (var index = 0; index < layer.Objects.Count; index++)
        {
            layer.Objects[index] = Apply(kustomization, layer.Objects[index]);
        }

        layer.NamePrefix = kustomization.NamePrefix?.Value + layer.NamePrefix;
        layer.NameSuffix += kustomization.NameSuffix?.Value;
    }

    private static KubernetesObject Apply(Kustomization kustomization, KubernetesObject original)
    {
        // The name of a Namespace object follows too, but nothing asks for it.
        var changed = kustomization.Namespace is { } space ? original with { Namespace = space } : original;
        return changed switch
        {
            KubernetesWorkload workload => Workload(kustomization, workload),
            KubernetesService { Selector.Count: > 0 } service => service with
            {
                Selector = StrategicMerge.Pairs(service.Selector, kustomization.CommonLabels),
            },
            _ => changed,
        };
    }

    private static KubernetesWorkload Workload(Kustomization kustomization, KubernetesWorkload workload)
    {
        var replicas = kustomization.Replicas.FirstOrDefault(replicas => replicas.Name.Value == workload.Name?.Value)?.Count;
        return workload with
        {
            Replicas = replicas ?? workload.Replicas,
            Selector = workload.Selector is { } selector
                ? selector with
                {
                    MatchLabels = StrategicMerge.Pairs(selector.MatchLabels, kustomization.CommonLabels),
                }
                : null,
            Pod = workload.Pod is { } pod
                ? pod with
                {
                    Labels = StrategicMerge.Pairs(pod.Labels, kustomization.CommonLabels),
                    Containers = [.. pod.Containers.Select(container => Container(kustomization, container))],
                    InitContainers = [.. pod.InitContainers.Select(container => Container(kustomization, container))],
                }
                : null,
        };
    }

    /// <summary>The names, without tags, of the images that the workloads run.</summary>
    public static IEnumerable<string> ImagesIn(KustomizeLayer layer) =>
        layer
            .Objects.OfType<KubernetesWorkload>()
            .SelectMany(workload => workload.Pod is { } pod ? pod.Containers.Concat(pod.InitContainers) : [])
            .Select(container => container.Image?.Value)
            .OfType<string>()
            .Select(NameOf);

    private static KubernetesContainer Container(Kustomization kustomization, KubernetesContainer container)
    {
        if (container.Image is not { } image)
        {
            return container;
        }

        var change = kustomization.Images.FirstOrDefault(change => change.Name.Value == NameOf(image.Value));
        return change is null
            ? container
            : container with
            {
                Image = new Fact<string>(Renamed(image.Value, change), change.NewName?.Span ?? image.Span),
            };
    }

    private static string Renamed(string image, KustomizeImage change)
    {
        var name = change.NewName?.Value ?? NameOf(image);
        var tag =
            change.Digest is { } digest ? "@" + digest.Value
            : change.NewTag is { } tagged ? ":" + tagged.Value
            : image[NameOf(image).Length..];
        return name + tag;
    }

    /// <summary>Up to its digest or its tag; kustomize takes any text for a name, <c>ghcr.io/OWNER/shop</c> as well.</summary>
    private static string NameOf(string image)
    {
        var whole = image.Split('@')[0];
        var colon = whole.LastIndexOf(':');
        return colon > whole.LastIndexOf('/') ? whole[..colon] : whole;
    }
}
