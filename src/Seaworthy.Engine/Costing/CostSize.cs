namespace Seaworthy.Engine.Costing;

/// <summary>How much use is assumed, for whatever the repository does not say itself.</summary>
/// <param name="Replicas">Of services; a store runs once.</param>
/// <param name="Processors">Of a replica of a service; a store has twice as many.</param>
/// <param name="Memory">Of a replica of a service, in GB; a store has twice as much.</param>
/// <param name="Storage">Of each store, in GB.</param>
/// <param name="Traffic">Of everything to the internet in a month, in GB.</param>
public sealed record CostSize(string Name, int Replicas, decimal Processors, decimal Memory, decimal Storage, decimal Traffic)
{
    public static IReadOnlyList<CostSize> All { get; } =
    [new("small", 1, 0.25m, 0.5m, 10, 50), new("medium", 2, 0.5m, 1, 50, 500), new("large", 4, 1, 2, 500, 5000)];
}
