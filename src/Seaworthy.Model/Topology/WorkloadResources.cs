using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Requests and limits of a workload for memory and processor time; null where they are not set or unknown.</summary>
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
