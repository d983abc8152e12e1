using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>What a container mounts.</summary>
internal static class KubernetesMounts
{
    public static IEnumerable<Mount> Of(KubernetesStack stack, KubernetesWorkload owner, PodTemplate pod, KubernetesContainer container)
    {
        foreach (var mount in container.Mounts)
        {
            if (mount.MountPath is not { } path)
            {
                continue;
            }

            var volume = pod.Volumes.FirstOrDefault(volume => volume.Name.Value == mount.Name.Value);
            var claim = volume is null && owner.VolumeClaimTemplates.Any(claim => claim.Name?.Value == mount.Name.Value);
            var keys = volume?.Keys.FirstOrDefault()?.Source;
            yield return volume?.Kind?.Value switch
            {
                "configMap" => new Mount(MountKind.ConfigMap, keys?.Name.Value, path.Value, mount.IsReadOnly, mount.Span)
                {
                    Files = [.. volume.Keys.SelectMany(found => Files(stack, owner, found, mount, path.Value))],
                },
                "secret" => new Mount(MountKind.Secret, keys?.Name.Value, path.Value, mount.IsReadOnly, mount.Span),
                "persistentVolumeClaim" => new Mount(MountKind.Volume, volume.ClaimName?.Value, path.Value, mount.IsReadOnly, mount.Span),
                "emptyDir" => new Mount(MountKind.Temporary, null, path.Value, mount.IsReadOnly, mount.Span) { Volume = volume.Kind.Span },
                _ => new Mount(MountKind.Volume, claim ? mount.Name.Value : volume?.Name.Value, path.Value, mount.IsReadOnly, mount.Span),
            };
        }
    }

    /// <summary>Source: Kubernetes API reference, ConfigMapVolumeSource, "items"; VolumeMount, "subPath".</summary>
    private static IEnumerable<MountedText> Files(
        KubernetesStack stack,
        KubernetesWorkload owner,
        VolumeKeys keys,
        VolumeMount mount,
        string path
    ) =>
        from map in stack.Index.Named<ConfigMap>(keys.Source.Name.Value)
        where KubernetesStack.MayMeet(map, owner)
        from pair in map.Data
        let text = pair.Text
        where text is not null
        let items = keys.Items.Where(item => item.Key.Value == pair.Key).Select(item => item.Path?.Value ?? pair.Key)
        from name in keys.Items.Count == 0 ? [pair.Key] : items
        where mount.SubPath is null || mount.SubPath.Value == name
        select new MountedText(mount.SubPath is null ? $"{path.TrimEnd('/')}/{name}" : path, text);
}
