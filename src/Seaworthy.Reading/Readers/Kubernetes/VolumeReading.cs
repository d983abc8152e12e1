using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Volumes of a pod.</summary>
internal static class VolumeReading
{
    public static IReadOnlyList<PodVolume> Volumes(Node? list) => [.. (list?.Items ?? []).Select(Volume).OfType<PodVolume>()];

    private static PodVolume? Volume(Node node)
    {
        if (node["name"]?.Fact is not { } name)
        {
            return null;
        }

        var kind = node.Entries.FirstOrDefault(entry => entry.Key != "name");
        return new PodVolume(name, kind is null ? null : new Fact<string>(kind.Key, kind.KeySpan), node.Span)
        {
            Keys = [.. Sources(node).Concat((node.At("projected", "sources")?.Items ?? []).SelectMany(Sources))],
            ClaimName = node.At("persistentVolumeClaim", "claimName")?.Fact,
            HostPath = node.At("hostPath", "path")?.Fact,
        };
    }

    private static IEnumerable<VolumeKeys> Sources(Node node)
    {
        // A volume names a Secret "secretName", a projected one "name".
        (KeyHolder Holder, Node? Node, KeyReference? Source)[] found =
        [
            (KeyHolder.ConfigMap, node["configMap"], ContainerReading.Reference(KeyHolder.ConfigMap, node["configMap"])),
            (
                KeyHolder.Secret,
                node["secret"],
                ContainerReading.Reference(KeyHolder.Secret, node["secret"], "secretName")
                    ?? ContainerReading.Reference(KeyHolder.Secret, node["secret"])
            ),
        ];
        foreach (var (_, body, source) in found)
        {
            if (source is not null)
            {
                yield return new VolumeKeys(source, [.. (body?["items"]?.Items ?? []).Select(Item).OfType<VolumeItem>()]);
            }
        }
    }

    private static VolumeItem? Item(Node node) => node["key"]?.Fact is { } key ? new VolumeItem(key, node["path"]?.Fact) : null;
}
