using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Where an object of Kubernetes has its pod.</summary>
internal static class PodNodes
{
    public static Node? Template(Node node) =>
        node["kind"]?.Text switch
        {
            "Pod" => node,
            "CronJob" => node.At("spec", "jobTemplate", "spec", "template"),
            _ => node.At("spec", "template"),
        };

    public static IEnumerable<Node> Containers(Node? template) =>
        (template?.At("spec", "containers")?.Items ?? []).Concat(template?.At("spec", "initContainers")?.Items ?? []);
}
