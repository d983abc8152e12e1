using System.Buffers;

namespace Seaworthy.Reading.Readers.Documents;

/// <summary>What a line tells of the number of a cluster's nodes.</summary>
internal static class ClusterSize
{
    private static readonly SearchValues<string> Single = Words("single-node", "single node", "one-node", "one node", "단일 노드");
    private static readonly SearchValues<string> Clusters = Words("k3s", "k8s", "kubernetes", "cluster");

    // What is tried at a desk says nothing of the cluster that serves.
    private static readonly SearchValues<string> Trials = Words("local", "develop", " test", "minikube", "kind ", "demo");

    public static bool IsSingleNode(ReadOnlySpan<char> line) =>
        line.ContainsAny(Single) && line.ContainsAny(Clusters) && !line.ContainsAny(Trials);

    private static SearchValues<string> Words(params ReadOnlySpan<string> words) =>
        SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
