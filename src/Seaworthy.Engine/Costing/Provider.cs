namespace Seaworthy.Engine.Costing;

/// <summary>Where containers can be run, with what a month of it costs by list.</summary>
/// <param name="Service">What of the provider is priced.</param>
/// <param name="Currency">As its list is written.</param>
public sealed record Provider(string Name, string Service, string Region, string Currency)
{
    /// <summary>A processor for a month; of servers, one server.</summary>
    public required Price Processor { get; init; }

    /// <summary>A GB of memory for a month; null where it comes with the processor.</summary>
    public Price? Memory { get; init; }

    /// <summary>A GB of disk for a month.</summary>
    public required Price Storage { get; init; }

    /// <summary>A GB to the internet.</summary>
    public required Price Traffic { get; init; }

    /// <summary>GB to the internet that cost nothing.</summary>
    public decimal FreeTraffic { get; init; }

    /// <summary>What lets the world in over HTTPS; null where it is included.</summary>
    public Price? Entry { get; init; }

    /// <summary>The least of a processor that a container can have.</summary>
    public decimal LeastProcessor { get; init; } = 0.25m;

    /// <summary>The least memory that a container can have, in GB.</summary>
    public decimal LeastMemory { get; init; } = 0.5m;

    /// <summary>GB of memory that come with a processor.</summary>
    public decimal MemoryWithProcessor { get; init; }

    /// <summary>Containers have whole processors.</summary>
    public bool HasWholeProcessors { get; init; }

    /// <summary>For servers that all containers share: the processors and GB of memory of one; null where each container is paid for.</summary>
    public (decimal Processors, decimal Memory)? Server { get; init; }

    /// <summary>Stores that it runs itself.</summary>
    public IReadOnlyList<ManagedStore> Managed { get; init; } = [];

    public IEnumerable<Price> Prices =>
        new[] { Processor, Memory, Storage, Traffic, Entry }.OfType<Price>().Concat(Managed.SelectMany(store => store.Prices).Distinct());
}
