using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Security contexts.</summary>
internal static class SecurityReading
{
    public static KubernetesSecurity? Context(Node? node) =>
        node is not MappingNode
            ? null
            : new KubernetesSecurity(node.Span)
            {
                RunAsUser = KubernetesValues.Integer(node["runAsUser"]),
                RunAsNonRoot = KubernetesValues.Truth(node["runAsNonRoot"]),
                ReadOnlyRootFilesystem = KubernetesValues.Truth(node["readOnlyRootFilesystem"]),
                Privileged = KubernetesValues.Truth(node["privileged"]),
                AddedCapabilities = KubernetesValues.Texts(node.At("capabilities", "add")),
            };
}
