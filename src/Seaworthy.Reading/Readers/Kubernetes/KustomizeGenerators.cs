using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Generators of ConfigMaps and Secrets.</summary>
internal static class KustomizeGenerators
{
    public static IEnumerable<KustomizeGenerator> Read(Node? list, KeyHolder holder) =>
        (list?.Items ?? []).Select(node => Generator(node, holder)).OfType<KustomizeGenerator>();

    private static KustomizeGenerator? Generator(Node node, KeyHolder holder) =>
        node["name"]?.Fact is not { } name
            ? null
            : new KustomizeGenerator(holder, name, node.Span)
            {
                Namespace = node["namespace"]?.Fact,
                Behavior = node["behavior"]?.Fact,
                Literals = [.. KubernetesValues.Texts(node["literals"]).Select(text => Split(text, text.Value))],
                Files =
                [
                    .. KubernetesValues.Texts(node["files"]).Select(text => Split(text, text.Value[(text.Value.LastIndexOf('/') + 1)..])),
                ],
                EnvFiles = [.. KubernetesValues.Texts(node["envs"]), .. node["env"]?.Fact is { } env ? [env] : Array.Empty<Fact<string>>()],
            };

    /// <summary><c>key=value</c>, or a value alone whose key follows from it.</summary>
    private static KubernetesPair Split(Fact<string> text, string keyOfWhole)
    {
        var separator = text.Value.IndexOf('=', StringComparison.Ordinal);
        return separator < 0
            ? new KubernetesPair(keyOfWhole, text, text.Span)
            : new KubernetesPair(
                text.Value[..separator],
                new Fact<string>(text.Value[(separator + 1)..].Trim('"', '\''), text.Span),
                text.Span
            );
    }
}
