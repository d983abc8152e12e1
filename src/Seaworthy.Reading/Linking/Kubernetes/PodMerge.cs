using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>A patch of a pod template: containers and volumes are merged by name, variables by name, ports by number, mounts by path.</summary>
internal static class PodMerge
{
    public static PodTemplate Apply(PodTemplate pod, PodTemplate patch) =>
        pod with
        {
            Labels = StrategicMerge.Pairs(pod.Labels, patch.Labels),
            Annotations = StrategicMerge.Pairs(pod.Annotations, patch.Annotations),
            Containers = Merge(pod.Containers, patch.Containers, container => container.Name.Value, Container),
            InitContainers = Merge(pod.InitContainers, patch.InitContainers, container => container.Name.Value, Container),
            Volumes = Merge(pod.Volumes, patch.Volumes, volume => volume.Name.Value, (_, change) => change),
            ServiceAccountName = patch.ServiceAccountName ?? pod.ServiceAccountName,
            ImagePullSecrets = [.. pod.ImagePullSecrets, .. patch.ImagePullSecrets],
            Security = patch.Security ?? pod.Security,
            HostNetwork = patch.HostNetwork ?? pod.HostNetwork,
            Spread = patch.Spread ?? pod.Spread,
        };

    private static KubernetesContainer Container(KubernetesContainer container, KubernetesContainer patch) =>
        container with
        {
            Image = patch.Image ?? container.Image,
            Command = patch.Command ?? container.Command,
            Args = patch.Args ?? container.Args,
            Commands = patch.Command is not null ? patch.Commands : container.Commands,
            WorkingDirectory = patch.WorkingDirectory ?? container.WorkingDirectory,
            Ports = Merge(container.Ports, patch.Ports, port => $"{port.Number?.Value}", (_, change) => change),
            Variables = Merge(container.Variables, patch.Variables, variable => variable.Name.Value, (_, change) => change),
            EnvFrom = patch.EnvFrom.Count > 0 ? patch.EnvFrom : container.EnvFrom,
            Mounts = Merge(container.Mounts, patch.Mounts, mount => mount.MountPath?.Value ?? "", (_, change) => change),
            Readiness = Probe(container.Readiness, patch.Readiness),
            Liveness = Probe(container.Liveness, patch.Liveness),
            Startup = Probe(container.Startup, patch.Startup),
            Requests = StrategicMerge.Pairs(container.Requests, patch.Requests),
            Limits = StrategicMerge.Pairs(container.Limits, patch.Limits),
            Security = patch.Security ?? container.Security,
        };

    private static KubernetesProbe? Probe(KubernetesProbe? probe, KubernetesProbe? patch) =>
        patch is null || probe is null || patch.Kind != KubernetesProbeKind.None
            ? patch ?? probe
            : probe with
            {
                InitialDelaySeconds = patch.InitialDelaySeconds ?? probe.InitialDelaySeconds,
                PeriodSeconds = patch.PeriodSeconds ?? probe.PeriodSeconds,
                TimeoutSeconds = patch.TimeoutSeconds ?? probe.TimeoutSeconds,
                FailureThreshold = patch.FailureThreshold ?? probe.FailureThreshold,
            };

    private static IReadOnlyList<T> Merge<T>(IReadOnlyList<T> original, IReadOnlyList<T> patch, Func<T, string> key, Func<T, T, T> merge)
    {
        if (patch.Count == 0)
        {
            return original;
        }

        List<T> merged = [];
        foreach (var element in original)
        {
            var change = patch.Where(change => key(change) == key(element)).Take(1).ToList();
            merged.Add(change.Count == 0 ? element : merge(element, change[0]));
        }

        merged.AddRange(patch.Where(change => !original.Any(element => key(element) == key(change))));
        return merged;
    }
}
