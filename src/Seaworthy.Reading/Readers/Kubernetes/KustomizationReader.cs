using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Reads kustomizations.</summary>
/// <remarks>Kustomize documentation, "The Kustomization File".</remarks>
internal sealed class KustomizationReader : Reader
{
    public static bool IsNamed(string path) =>
        path[(path.LastIndexOf('/') + 1)..] is "kustomization.yaml" or "kustomization.yml" or "Kustomization";

    public override bool Accepts(string path) => IsNamed(path);

    public override Artifact? Read(FileSyntax file)
    {
        // Flux has a kind of the same name; its files are ordinary manifests.
        if (file.Yaml.Root is not MappingNode root)
        {
            return file.Yaml.Problems.Count > 0 ? new Kustomization(file.File) { Problems = file.Yaml.Problems } : null;
        }

        return new Kustomization(file.File)
        {
            Problems = [.. file.Yaml.Problems, .. KindLetters.Problem(root) is { } kind ? [kind] : Array.Empty<Problem>()],
            IsComponent = root["kind"]?.Text is "Component",
            Resources = KubernetesValues.Texts(root["resources"]),
            Bases = KubernetesValues.Texts(root["bases"]),
            Components = KubernetesValues.Texts(root["components"]),
            CommentedResources = [.. CommentedItems.Of(file.File, "resources", "bases", "components")],
            OtherFiles =
            [
                .. new[] { "crds", "configurations", "generators", "transformers", "validators" }.SelectMany(key =>
                    KubernetesValues.Texts(root[key])
                ),
                .. root.At("openapi", "path")?.Fact is { } schema ? [schema] : Array.Empty<Fact<string>>(),
            ],
            Patches = KustomizePatches.Read(root),
            Generators =
            [
                .. KustomizeGenerators.Read(root["configMapGenerator"], KeyHolder.ConfigMap),
                .. KustomizeGenerators.Read(root["secretGenerator"], KeyHolder.Secret),
            ],
            Images = [.. (root["images"]?.Items ?? []).Select(Image).OfType<KustomizeImage>()],
            Replicas = [.. (root["replicas"]?.Items ?? []).Select(Replicas).OfType<KustomizeReplicas>()],
            Namespace = root["namespace"]?.Fact,
            NamePrefix = root["namePrefix"]?.Fact,
            NameSuffix = root["nameSuffix"]?.Fact,
            CommonLabels = [.. KubernetesValues.Pairs(root["commonLabels"]), .. LabelPairs(root, inSelectors: true)],
            Labels = [.. LabelPairs(root, inSelectors: false)],
            HasMore = new[] { "helmCharts", "helmChartInflationGenerator", "replacements", "vars" }.Any(key => root[key] is not null),
        };
    }

    private static IEnumerable<KubernetesPair> LabelPairs(MappingNode root, bool inSelectors) =>
        (root["labels"]?.Items ?? [])
            .Where(item => (KubernetesValues.Truth(item["includeSelectors"])?.Value == true) == inSelectors)
            .SelectMany(item => KubernetesValues.Pairs(item["pairs"]));

    private static KustomizeImage? Image(Node node) =>
        node["name"]?.Fact is { } name
            ? new KustomizeImage(name, node["newName"]?.Fact, node["newTag"]?.Fact, node["digest"]?.Fact, node.Span)
            : null;

    private static KustomizeReplicas? Replicas(Node node) =>
        node["name"]?.Fact is { } name ? new KustomizeReplicas(name, KubernetesValues.Integer(node["count"]), node.Span) : null;
}
