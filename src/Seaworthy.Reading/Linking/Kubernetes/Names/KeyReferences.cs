using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>The ConfigMaps and Secrets, and their keys, that the containers and volumes of a pod take.</summary>
internal static class KeyReferences
{
    public static IEnumerable<KeyReference> Of(KubernetesWorkload workload)
    {
        var pod = workload.Pod;
        foreach (var container in (pod?.InitContainers ?? []).Concat(pod?.Containers ?? []))
        {
            foreach (var from in container.EnvFrom)
            {
                yield return from.Source;
            }

            foreach (var variable in container.Variables)
            {
                if (variable.From is { } reference)
                {
                    yield return reference;
                }
            }
        }

        foreach (var keys in (pod?.Volumes ?? []).SelectMany(volume => volume.Keys))
        {
            yield return keys.Source;
            foreach (var item in keys.Items)
            {
                yield return keys.Source with
                {
                    Key = item.Key,
                };
            }
        }
    }
}
