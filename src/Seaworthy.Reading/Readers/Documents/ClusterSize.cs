namespace Seaworthy.Reading.Readers.Documents;

/// <summary>What a line tells of the number of a cluster's nodes.</summary>
internal static class ClusterSize
{
    private static readonly string[] Single = ["single-node", "single node", "one-node", "one node", "단일 노드"];
    private static readonly string[] Clusters = ["k3s", "k8s", "kubernetes", "cluster"];

    // What is tried at a desk says nothing of the cluster that serves.
    private static readonly string[] Trials = ["local", "develop", " test", "minikube", "kind ", "demo"];

    public static bool IsSingleNode(ReadOnlySpan<char> line) => Has(line, Single) && Has(line, Clusters) && !Has(line, Trials);

    private static bool Has(ReadOnlySpan<char> line, string[] words)
    {
        foreach (var word in words)
        {
            if (line.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
