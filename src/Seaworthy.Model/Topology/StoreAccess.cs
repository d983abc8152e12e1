namespace Seaworthy.Model.Topology;

/// <summary>How a workload signs in at a data store of its target, held against what the store is made with when its volume is empty.</summary>
/// <param name="Address">The variable of the caller that names the store.</param>
public sealed record StoreAccess(Workload Caller, Workload Store, SuppliedVariable Address)
{
    /// <summary>What the store does not have; empty when it lets the caller in, as far as both sides are known.</summary>
    public IReadOnlyList<StoreDifference> Differences { get; init; } = [];

    /// <summary>The source reads the variable, so the caller really signs in with it.</summary>
    public bool IsRead { get; init; }

    /// <summary>At least one part of it is known on both sides.</summary>
    public bool IsKnown { get; init; }
}
