using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>The memory and processor time that a workload is promised and may take; null where nothing says, or where that cannot be told.</summary>
public sealed record WorkloadResources
{
    public static readonly WorkloadResources None = new();

    /// <summary>Processors it may use at most, in whole ones.</summary>
    public Fact<decimal>? ProcessorLimit { get; init; }

    /// <summary>Memory it may use at most, in MiB.</summary>
    public Fact<decimal>? MemoryLimit { get; init; }

    /// <summary>Processors that are kept for it.</summary>
    public Fact<decimal>? ProcessorRequest { get; init; }

    /// <summary>Memory that is kept for it, in MiB.</summary>
    public Fact<decimal>? MemoryRequest { get; init; }
}
