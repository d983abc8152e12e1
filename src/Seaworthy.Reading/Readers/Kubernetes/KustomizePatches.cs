using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>The three ways in which a kustomization names patches.</summary>
internal static class KustomizePatches
{
    public static IReadOnlyList<KustomizePatch> Read(MappingNode root) =>
        [
            .. (root["patches"]?.Items ?? []).Select(Patch),
            .. (root["patchesJson6902"]?.Items ?? []).Select(Patch),
            .. (root["patchesStrategicMerge"]?.Items ?? []).OfType<ScalarNode>().Select(Strategic),
        ];

    private static KustomizePatch Patch(Node node) =>
        new(
            node["path"]?.Fact ?? (node as ScalarNode)?.Fact,
            (node["patch"] as ScalarNode)?.Mapped,
            node.At("target", "kind")?.Fact,
            node.At("target", "name")?.Fact,
            node.Span
        )
        {
            HasTarget = node["target"] is MappingNode { Pairs.Count: > 0 },
        };

    /// <summary>A path, or the patch itself: then it has several lines or a colon with a blank.</summary>
    private static KustomizePatch Strategic(ScalarNode node) =>
        node.Value.Contains('\n', StringComparison.Ordinal) || node.Value.Contains(": ", StringComparison.Ordinal)
            ? new KustomizePatch(null, node.Mapped, null, null, node.Span)
            : new KustomizePatch(node.Fact, null, null, null, node.Span);
}
