using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Costing;

/// <summary>A workload with what it declares of its size; what it leaves open is assumed.</summary>
public sealed record CostedWorkload(Workload Workload)
{
    private const decimal MebibytesInGigabyte = 1024;

    /// <summary>It keeps data.</summary>
    public bool IsStore =>
        Workload.Public?.Role is ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore;

    /// <summary>It has a disk: a store, or whatever mounts a volume.</summary>
    public bool HasDisk => IsStore || Workload.Mounts.Any(mount => mount is { Kind: MountKind.Volume, IsReadOnly: false });

    /// <summary>What is kept for it counts; where nothing is kept, what it may take.</summary>
    public Fact<decimal>? Processors => Workload.Resources.ProcessorRequest ?? Workload.Resources.ProcessorLimit;

    /// <summary>In GB.</summary>
    public Fact<decimal>? Memory =>
        (Workload.Resources.MemoryRequest ?? Workload.Resources.MemoryLimit) is { } memory
            ? new Fact<decimal>(memory.Value / MebibytesInGigabyte, memory.Span)
            : null;

    public int ReplicasIn(CostSize size) => Workload.Replicas?.Value ?? (IsStore ? 1 : Of(size).Replicas);

    public decimal ProcessorsIn(CostSize size) => Processors?.Value ?? Of(size).Processors * (IsStore ? 2 : 1);

    public decimal MemoryIn(CostSize size) => Memory?.Value ?? Of(size).Memory * (IsStore ? 2 : 1);

    public decimal StorageIn(CostSize size) => HasDisk ? Of(size).Storage : 0;

    private static CostSize Of(CostSize size) => size ?? throw new ArgumentNullException(nameof(size));
}
