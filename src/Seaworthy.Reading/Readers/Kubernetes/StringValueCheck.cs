using System.Buffers;
using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Values that the API server wants as text and YAML makes something else of: <c>value: 8080</c>, <c>data: {DEBUG: true}</c>. It refuses the object.</summary>
/// <remarks>Kubernetes API reference: EnvVar.value, ObjectMeta.labels and annotations, ConfigMap.data, Secret.stringData are strings. YAML is read by the rules of version 1.1.</remarks>
internal static class StringValueCheck
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.eE+-");

    private const string Annotation = "annotation";

    public static IEnumerable<Problem> Problems(Node node, KubernetesObject found)
    {
        IEnumerable<NodeEntry> texts =
        [
            .. Entries(node, "metadata", "labels"),
            .. found switch
            {
                ConfigMap => Entries(node, "data"),
                KubernetesSecret => [.. Entries(node, "data"), .. Entries(node, "stringData")],
                KubernetesService => Entries(node, "spec", "selector"),
                KubernetesWorkload => Pod(node),
                _ => [],
            },
        ];
        return
        [
            .. texts.Where(entry => IsOtherType(entry.Value)).Select(entry => Report(entry, "value of")),
            .. Entries(node, "metadata", "annotations").Where(entry => IsOtherType(entry.Value)).Select(entry => Report(entry, Annotation)),
        ];
    }

    private static Problem Report(NodeEntry entry, string what) =>
        new(
            ProblemKind.InvalidValue,
            entry.Value is ScalarNode scalar
                ? $"the {what} '{entry.Key}' must be text; without quotes {scalar.Value} is a {(char.IsLetter(scalar.Value[0]) ? "truth value" : "number")}; Kubernetes rejects it"
                : $"the {what} '{entry.Key}' must be text",
            entry.Value.Span
        );

    private static IEnumerable<NodeEntry> Pod(Node node)
    {
        var template = PodNodes.Template(node);
        if (template is null)
        {
            return [];
        }

        var variables = PodNodes.Containers(template).SelectMany(container => container["env"]?.Items ?? []);
        return
        [
            .. Entries(template, "metadata", "labels"),
            .. Entries(template, "metadata", "annotations"),
            .. variables.SelectMany(variable => variable.Entries).Where(entry => entry.Key is "value" or "name"),
        ];
    }

    private static IEnumerable<NodeEntry> Entries(Node node, params ReadOnlySpan<string> path) => node.At(path)?.Entries ?? [];

    private static bool IsOtherType(Node node) =>
        node is not ScalarNode scalar
        || (!scalar.IsQuoted && !scalar.IsNull && scalar.Tag is null && (IsTruth(scalar.Value) || IsNumber(scalar.Value)));

    private static bool IsTruth(string text) =>
        text
            is "true"
                or "True"
                or "TRUE"
                or "yes"
                or "Yes"
                or "YES"
                or "on"
                or "On"
                or "ON"
                or "false"
                or "False"
                or "FALSE"
                or "no"
                or "No"
                or "NO"
                or "off"
                or "Off"
                or "OFF";

    private static bool IsNumber(string text)
    {
        var digits = text is ['-' or '+', ..] ? text.AsSpan(1) : text.AsSpan();
        return digits.Length > 0
            && char.IsAsciiDigit(digits[0])
            && digits.IndexOfAnyExcept(NumberCharacters) < 0
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
    }
}
