using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A container of a pod.</summary>
/// <remarks>Kubernetes API reference, Container.</remarks>
public sealed record KubernetesContainer(Fact<string> Name, SourceSpan Span)
{
    /// <summary>Absent in patches that leave it alone.</summary>
    public Fact<string>? Image { get; init; }

    public Fact<string>? ImagePullPolicy { get; init; }

    /// <summary>When the kubelet pulls an image with this tag: as written; else at each start for <c>latest</c> alone.</summary>
    /// <remarks>Source: Kubernetes documentation, "Images", "Default image pull policy".</remarks>
    public string PullPolicyOf(string tag) => ImagePullPolicy?.Value ?? (tag == "latest" ? "Always" : "IfNotPresent");

    /// <summary>Replaces the image's entry point; null leaves it.</summary>
    public ContainerWords? Command { get; init; }

    /// <summary>Replaces the image's command; null leaves it.</summary>
    public ContainerWords? Args { get; init; }

    /// <summary>What runs: <see cref="Command"/> and <see cref="Args"/> as one command, or, when they are <c>sh -c TEXT</c>, the commands of the text. Empty when the image's entry point stays.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; init; } = [];

    public Fact<string>? WorkingDirectory { get; init; }

    public IReadOnlyList<ContainerPort> Ports { get; init; } = [];

    /// <summary>In the order of the file, which matters: <c>$(NAME)</c> sees only what is above.</summary>
    public IReadOnlyList<ContainerVariable> Variables { get; init; } = [];

    /// <summary>Whole ConfigMaps and Secrets as variables; <see cref="Variables"/> win over them.</summary>
    public IReadOnlyList<EnvFromSource> EnvFrom { get; init; } = [];

    public IReadOnlyList<VolumeMount> Mounts { get; init; } = [];

    public KubernetesProbe? Readiness { get; init; }

    public KubernetesProbe? Liveness { get; init; }

    public KubernetesProbe? Startup { get; init; }

    /// <summary><c>lifecycle.preStop</c>: runs before the container is stopped.</summary>
    public KubernetesProbe? PreStop { get; init; }

    public IReadOnlyList<KubernetesPair> Requests { get; init; } = [];

    public IReadOnlyList<KubernetesPair> Limits { get; init; } = [];

    public KubernetesSecurity? Security { get; init; }

    /// <summary>For an init container: <c>Always</c> makes it a sidecar.</summary>
    public Fact<string>? RestartPolicy { get; init; }

    public IEnumerable<KubernetesProbe> Probes => new[] { Startup, Readiness, Liveness }.OfType<KubernetesProbe>();
}
