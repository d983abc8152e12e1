using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The workloads of compose projects that may write to a volume.</summary>
internal static class VolumeWriters
{
    private static readonly PerDeployment<ILookup<HeldVolume, Workload>> All = new(deployment =>
        deployment
            .Targets.Where(target => target.Kind == TargetKind.Compose)
            .SelectMany(target => target.Workloads)
            .Where(workload => workload.Image is not null)
            .SelectMany(workload => Written(workload).Distinct(StringComparer.Ordinal), (workload, volume) => new { workload, volume })
            .ToLookup(pair => new HeldVolume(pair.workload.TargetName, pair.volume), pair => pair.workload)
    );

    /// <summary>The volumes that a workload may write to.</summary>
    public static IEnumerable<string> Written(Workload workload) =>
        workload
            .Mounts.Where(mount => mount is { Kind: MountKind.Volume, IsReadOnly: false })
            .Select(mount => mount.Source)
            .OfType<string>();

    public static IEnumerable<Workload> Of(string target, string volume, Deployment deployment) =>
        All.Of(deployment)[new HeldVolume(target, volume)];

    private sealed record HeldVolume(string Target, string Volume);
}
