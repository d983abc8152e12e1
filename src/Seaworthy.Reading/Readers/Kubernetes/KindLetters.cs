using Seaworthy.Model.Known.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>A kind in other letters than Kubernetes has it: <c>kind: deployment</c> is no kind at all.</summary>
internal static class KindLetters
{
    public static Problem? Problem(Node node) =>
        Meant(node) is { } meant && node["kind"] is ScalarNode kind
            ? new Problem(
                ProblemKind.InvalidValue,
                $"there is no kind '{kind.Value}' in {node["apiVersion"]?.Text}; it is written '{meant}'",
                kind.Span
            )
            {
                Remedy = $"Write `kind: {meant}`",
            }
            : null;

    /// <summary>The object as it was meant; what is wrong with it is added to the problems.</summary>
    public static Node Corrected(Node node, List<Problem> problems)
    {
        if (node is not MappingNode mapping || Meant(node) is not { } meant || Problem(node) is not { } problem)
        {
            return node;
        }

        problems.Add(problem);
        return new MappingNode([.. mapping.Pairs.Select(pair => pair.Key == "kind" ? Renamed(pair, meant) : pair)], mapping.Span)
        {
            Tag = mapping.Tag,
        };
    }

    private static NodeEntry Renamed(NodeEntry kind, string meant) =>
        kind.Value is ScalarNode scalar ? kind with { Value = scalar with { Value = meant } } : kind;

    private static string? Meant(Node node)
    {
        if (node["apiVersion"]?.Text is not { } version || node["kind"]?.Text is not { } kind)
        {
            return null;
        }

        // Other tools have a version "v1" and kinds of their own too: their objects are not these.
        return
            KubernetesKinds.InOtherLetters(version, kind) is { } meant
            && (version != "v1" || node.At("metadata", "name") is ScalarNode)
            && (KubernetesTypes.Find(version, meant) is not { } type || node.Entries.All(entry => type.Fields.ContainsKey(entry.Key)))
            ? meant
            : null;
    }
}
