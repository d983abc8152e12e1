using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>What a container mounts.</summary>
internal static class KubernetesMounts
{
    public static IEnumerable<Mount> Of(KubernetesWorkload owner, PodTemplate pod, KubernetesContainer container)
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
                "configMap" => new Mount(MountKind.ConfigMap, keys?.Name.Value, path.Value, mount.IsReadOnly, mount.Span),
                "secret" => new Mount(MountKind.Secret, keys?.Name.Value, path.Value, mount.IsReadOnly, mount.Span),
                "persistentVolumeClaim" => new Mount(MountKind.Volume, volume.ClaimName?.Value, path.Value, mount.IsReadOnly, mount.Span),
                "emptyDir" => new Mount(MountKind.Temporary, null, path.Value, mount.IsReadOnly, mount.Span),
                _ => new Mount(MountKind.Volume, claim ? mount.Name.Value : volume?.Name.Value, path.Value, mount.IsReadOnly, mount.Span),
            };
        }
    }
}
