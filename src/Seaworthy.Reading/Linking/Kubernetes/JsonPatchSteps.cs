using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;
using Seaworthy.Reading.Readers.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>The steps of a JSON patch that overlays are made of: replicas, images, resources and added variables of containers. Other changes become a doubt.</summary>
/// <remarks>RFC 6902; Kubernetes SIGs, kustomize, "patches".</remarks>
internal sealed class JsonPatchSteps
{
    private const string OfContainers = "/spec/template/spec/containers/";

    private readonly IReadOnlyList<Step> steps;

    private JsonPatchSteps(IReadOnlyList<Step> steps) => this.steps = steps;

    public static JsonPatchSteps Of(MappedText text) =>
        new([
            .. from step in YamlParser.Parse(InlineFile.Of(text)).Root?.Items ?? []
            where step["op"]?.Text is "replace" or "add"
            let path = step["path"]?.Text
            let value = step["value"]
            where path is not null && value is not null
            select new Step(path, value),
        ]);

    public KubernetesObject Apply(KubernetesObject original) =>
        original is KubernetesWorkload workload
            ? steps.Aggregate(workload, (changed, step) => Apply(changed, step.Path, step.Value))
            : original;

    private static KubernetesWorkload Apply(KubernetesWorkload workload, string path, Node value)
    {
        if (path == "/spec/replicas")
        {
            return workload with { Replicas = KubernetesValues.Integer(value) ?? workload.Replicas };
        }

        if (!path.StartsWith(OfContainers, StringComparison.Ordinal) || workload.Pod is not { } pod)
        {
            return workload;
        }

        var parts = path[OfContainers.Length..].Split('/');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < pod.Containers.Count
            ? workload with
            {
                Pod = pod with
                {
                    Containers =
                    [
                        .. pod.Containers.Select((container, index) => index == at ? Apply(container, parts[1..], value) : container),
                    ],
                },
            }
            : workload;
    }

    private static KubernetesContainer Apply(KubernetesContainer container, string[] path, Node value) =>
        path switch
        {
            ["image"] => container with { Image = value.Fact ?? container.Image },
            ["resources"] => container with
            {
                Requests = KubernetesValues.Pairs(value["requests"]),
                Limits = KubernetesValues.Pairs(value["limits"]),
            },
            ["resources", "requests"] => container with { Requests = KubernetesValues.Pairs(value) },
            ["resources", "limits"] => container with { Limits = KubernetesValues.Pairs(value) },
            ["resources", "requests", var key] => container with { Requests = Set(container.Requests, key, value) },
            ["resources", "limits", var key] => container with { Limits = Set(container.Limits, key, value) },
            ["env", "-"] when ContainerReading.Variable(value) is { } variable => container with
            {
                Variables = [.. container.Variables, variable],
            },
            _ => container,
        };

    private static IReadOnlyList<KubernetesPair> Set(IReadOnlyList<KubernetesPair> pairs, string key, Node value) =>
        StrategicMerge.Pairs(pairs, [new KubernetesPair(key, value.Fact, value.Span)]);

    private sealed record Step(string Path, Node Value);
}
