using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Objects that deliver directories of Git repositories.</summary>
internal static class DeliveryReading
{
    public static GitDelivery Application(KubernetesObject header, Node node) => Argo(header, node["spec"]);

    public static GitDelivery ApplicationSet(KubernetesObject header, Node node) => Argo(header, node.At("spec", "template", "spec"));

    public static GitDelivery FluxKustomization(KubernetesObject header, Node node) =>
        new(header) { Sources = [.. Flux(node.At("spec", "path"), node.At("spec", "sourceRef"))] };

    public static GitDelivery HelmRelease(KubernetesObject header, Node node) =>
        new(header) { Sources = [.. Flux(node.At("spec", "chart", "spec", "chart"), node.At("spec", "chart", "spec", "sourceRef"))] };

    private static GitDelivery Argo(KubernetesObject header, Node? spec) =>
        new(header)
        {
            Sources =
            [
                .. new[] { spec?["source"] }.Concat(spec?["sources"]?.Items ?? []).OfType<Node>().Select(Source).OfType<GitSource>(),
            ],
        };

    private static GitSource? Source(Node node) =>
        node["chart"] is null && node["repoURL"]?.Text is { Length: > 0 } repository && node["path"]?.Fact is { } path
            ? new GitSource(repository, path)
            {
                Revision = node["targetRevision"]?.Fact,
                ValueFiles =
                    node.At("helm", "ignoreMissingValueFiles")?.Text == "true" ? [] : KubernetesValues.Texts(node.At("helm", "valueFiles")),
            }
            : null;

    private static IEnumerable<GitSource> Flux(Node? path, Node? source) =>
        path?.Fact is { } fact && source?["kind"]?.Text == "GitRepository" && source["name"]?.Text is { Length: > 0 } name
            ? [new GitSource($"GitRepository {name}", fact)]
            : [];
}
