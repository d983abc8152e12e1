using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Values as the API server reads them.</summary>
internal static class KubernetesValues
{
    public static Fact<int>? Integer(Node? node) =>
        node is ScalarNode { IsNull: false } scalar
        && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new Fact<int>(number, scalar.Span)
            : null;

    public static Fact<bool>? Truth(Node? node) =>
        node is ScalarNode { IsQuoted: false } scalar
            ? scalar.Value switch
            {
                "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => new Fact<bool>(true, scalar.Span),
                "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => new Fact<bool>(false, scalar.Span),
                _ => null,
            }
            : null;

    public static IReadOnlyList<Fact<string>> Texts(Node? node) =>
        [.. (node?.Items ?? []).Select(item => item.Fact).OfType<Fact<string>>()];

    /// <summary>The texts under one key of every element of a list.</summary>
    public static IReadOnlyList<Fact<string>> Texts(Node? list, string key) =>
        [.. (list?.Items ?? []).Select(item => item[key]?.Fact).OfType<Fact<string>>()];

    public static IReadOnlyList<KubernetesPair> Pairs(Node? node) => [.. (node?.Entries ?? []).Select(Pair)];

    public static LabelSelector? Selector(Node? node) =>
        node is MappingNode
            ? new LabelSelector(Pairs(node["matchLabels"]), node["matchExpressions"]?.Items.Count > 0, node.Span)
            {
                Choices =
                [
                    .. (node["matchExpressions"]?.Items ?? [])
                        .Where(condition => condition["operator"]?.Text is "In")
                        .Select(condition => new LabelChoice(condition["key"]?.Text ?? "", Texts(condition["values"]))),
                ],
            }
            : null;

    public static ObjectReference? Reference(Node? node) =>
        node?["name"]?.Fact is { } name
            ? new ObjectReference(
                node["apiVersion"]?.Fact ?? node["apiGroup"]?.Fact,
                node["kind"]?.Fact,
                name,
                node["namespace"]?.Fact,
                node.Span
            )
            : null;

    private static KubernetesPair Pair(NodeEntry entry) =>
        new(entry.Key, entry.Value.Fact, entry.KeySpan)
        {
            Text = entry.Value is ScalarNode scalar && scalar.Value.Contains('\n', StringComparison.Ordinal) ? scalar.Mapped : null,
        };
}
