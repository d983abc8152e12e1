using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>ConfigMaps, Secrets, and what controllers make Secrets from.</summary>
internal static class SecretReading
{
    public static ConfigMap ConfigMap(KubernetesObject header, Node node) =>
        new(header) { Data = KubernetesValues.Pairs(node["data"]), BinaryKeys = [.. (node["binaryData"]?.Entries ?? []).Select(Key)] };

    public static KubernetesSecret Secret(KubernetesObject header, Node node) =>
        new(header)
        {
            Type = node["type"]?.Fact,
            Data = KubernetesValues.Pairs(node["data"]),
            StringData = KubernetesValues.Pairs(node["stringData"]),
            IsEncrypted = node["sops"] is MappingNode,
        };

    /// <remarks>Bitnami Sealed Secrets: the template may rename the Secret and add plain keys.</remarks>
    public static SecretSource Sealed(KubernetesObject header, Node node) =>
        new(header)
        {
            SecretName = node.At("spec", "template", "metadata", "name")?.Fact ?? header.Name,
            Keys =
            [
                .. (node.At("spec", "encryptedData")?.Entries ?? []).Concat(node.At("spec", "template", "data")?.Entries ?? []).Select(Key),
            ],
            Plain =
            [
                .. KubernetesValues.Pairs(node.At("spec", "template", "data")),
                .. KubernetesValues.Pairs(node.At("spec", "template", "stringData")),
            ],
        };

    /// <remarks>External Secrets Operator, ExternalSecret: <c>dataFrom</c> brings keys that only the outside store knows.</remarks>
    public static SecretSource External(KubernetesObject header, Node node) =>
        new(header)
        {
            SecretName = node.At("spec", "target", "name")?.Fact ?? header.Name,
            Keys =
            [
                .. KubernetesValues.Texts(node.At("spec", "data"), "secretKey"),
                .. (node.At("spec", "target", "template", "data")?.Entries ?? []).Select(Key),
            ],
            Remote =
            [
                .. (node.At("spec", "data")?.Items ?? [])
                    .Select(item => item["remoteRef"])
                    .Select(reference => reference?["key"]?.Fact is { } key ? new RemoteReference(key, reference["property"]?.Fact) : null)
                    .OfType<RemoteReference>(),
            ],
            HasMoreKeys = node.At("spec", "dataFrom")?.Items.Count > 0 || node.At("spec", "target", "template", "templateFrom") is not null,
        };

    /// <remarks>cert-manager, Certificate.</remarks>
    public static SecretSource Certificate(KubernetesObject header, Node node) =>
        new(header)
        {
            SecretName = node.At("spec", "secretName")?.Fact,
            Keys = node.At("spec", "secretName")?.Span is { } span
                ? [new Fact<string>("tls.crt", span), new Fact<string>("tls.key", span)]
                : [],
            HasMoreKeys = true,
        };

    private static Fact<string> Key(NodeEntry entry) => new(entry.Key, entry.KeySpan);
}
