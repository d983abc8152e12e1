using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>The objects without which a pod does not start.</summary>
internal static class PodNeeds
{
    // The cluster makes them in every namespace.
    private static readonly string[] Made = ["default", "kube-root-ca.crt"];

    /// <param name="workload">Whose pod it is.</param>
    /// <param name="usual">Where it lies when it names no namespace.</param>
    public static IEnumerable<NeededObject> Of(KubernetesWorkload workload, string usual)
    {
        if (workload.Pod is not { } pod)
        {
            return [];
        }

        var containers = pod.InitContainers.Concat(pod.Containers).ToList();
        var keys = containers
            .SelectMany(container => container.Variables.Select(variable => variable.From).OfType<KeyReference>())
            .Concat(containers.SelectMany(container => container.EnvFrom.Select(source => source.Source)))
            .Concat(pod.Volumes.SelectMany(volume => volume.Keys.Select(part => part.Source)))
            .Where(reference => !reference.IsOptional)
            .Select(reference => Need($"{reference.Holder}", reference.Name.Value));
        return keys.Concat(pod.ImagePullSecrets.Select(name => Need("Secret", name.Value)))
            .Concat(
                pod.Volumes.Select(volume => volume.ClaimName)
                    .OfType<Fact<string>>()
                    .Select(name => Need("PersistentVolumeClaim", name.Value))
            )
            .Concat(pod.ServiceAccountName is { } account ? [Need("ServiceAccount", account.Value)] : [])
            .Where(need => !Made.Contains(need.Name))
            .Distinct();

        NeededObject Need(string kind, string name) => new(kind, workload.Namespace?.Value ?? usual, name, $"{workload}");
    }
}
