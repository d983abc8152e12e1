using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Containers of a pod.</summary>
internal static class ContainerReading
{
    public static IReadOnlyList<KubernetesContainer> Containers(Node? list) =>
        [.. (list?.Items ?? []).Select(Container).OfType<KubernetesContainer>()];

    private static KubernetesContainer? Container(Node node) =>
        node["name"]?.Fact is not { } name
            ? null
            : new KubernetesContainer(name, node.Span)
            {
                Image = node["image"]?.Fact,
                ImagePullPolicy = node["imagePullPolicy"]?.Fact,
                Command = ContainerProcess.Words(node["command"]),
                Args = ContainerProcess.Words(node["args"]),
                Commands = ContainerProcess.Commands(node["command"], node["args"]),
                WorkingDirectory = node["workingDir"]?.Fact,
                Ports = [.. (node["ports"]?.Items ?? []).Where(port => port["containerPort"]?.Text is not null).Select(Port)],
                Variables = [.. (node["env"]?.Items ?? []).Select(Variable).OfType<ContainerVariable>()],
                EnvFrom = [.. (node["envFrom"]?.Items ?? []).Select(EnvFrom).OfType<EnvFromSource>()],
                Mounts = [.. (node["volumeMounts"]?.Items ?? []).Select(Mount).OfType<VolumeMount>()],
                Readiness = ProbeReading.Probe(node, "readinessProbe"),
                Liveness = ProbeReading.Probe(node, "livenessProbe"),
                Startup = ProbeReading.Probe(node, "startupProbe"),
                PreStop = ProbeReading.Probe(node["lifecycle"], "preStop"),
                Requests = KubernetesValues.Pairs(node.At("resources", "requests")),
                Limits = KubernetesValues.Pairs(node.At("resources", "limits")),
                Security = SecurityReading.Context(node["securityContext"]),
                RestartPolicy = node["restartPolicy"]?.Fact,
            };

    /// <summary>A reference to a ConfigMap or Secret, with a key or without.</summary>
    public static KeyReference? Reference(KeyHolder holder, Node? node, string nameKey = "name") =>
        node?[nameKey]?.Fact is { } name
            ? new KeyReference(holder, name, node["key"]?.Fact, KubernetesValues.Truth(node["optional"])?.Value == true, node.Span)
            : null;

    private static ContainerPort Port(Node node) =>
        new(
            KubernetesValues.Integer(node["containerPort"]),
            node["name"]?.Fact,
            KubernetesValues.Integer(node["hostPort"]),
            node["protocol"]?.Text ?? "TCP",
            node.Span
        );

    public static ContainerVariable? Variable(Node node)
    {
        var from = node["valueFrom"];
        return node["name"]?.Fact is not { } name
            ? null
            : new ContainerVariable(name, node.Span)
            {
                Value = node["value"] is ScalarNode { IsNull: false } value ? DependentTemplate.Of(value) : null,
                From = Reference(KeyHolder.ConfigMap, from?["configMapKeyRef"]) ?? Reference(KeyHolder.Secret, from?["secretKeyRef"]),
                FieldPath = from?.At("fieldRef", "fieldPath")?.Fact ?? from?.At("resourceFieldRef", "resource")?.Fact,
            };
    }

    private static EnvFromSource? EnvFrom(Node node) =>
        (Reference(KeyHolder.ConfigMap, node["configMapRef"]) ?? Reference(KeyHolder.Secret, node["secretRef"])) is { } source
            ? new EnvFromSource(source, node["prefix"]?.Fact)
            : null;

    private static VolumeMount? Mount(Node node) =>
        node["name"]?.Fact is { } name
            ? new VolumeMount(
                name,
                node["mountPath"]?.Fact,
                node["subPath"]?.Fact,
                KubernetesValues.Truth(node["readOnly"])?.Value == true,
                node.Span
            )
            : null;
}
