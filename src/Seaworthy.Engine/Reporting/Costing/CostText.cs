using System.Globalization;
using Seaworthy.Engine.Costing;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Costing;

/// <summary>An estimate in the words that every form of it has.</summary>
public static class CostText
{
    public const string Nothing = "Nothing here says what is deployed: there is nothing to price.";

    public static string Headline(CostEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var stores = estimate.Workloads.Count(workload => workload.IsStore);
        return $"{MarkdownText.Count(estimate.Workloads.Count - stores, "service")} and {MarkdownText.Count(stores, "store")} of {estimate.Target.Name} for a month, by list prices";
    }

    public static string Caution => $"A comparison of orders of magnitude, no quote. Not in it: {CostEstimate.NotPriced}.";

    public static string Money(decimal amount, Provider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return $"{(provider.Currency == "EUR" ? "€" : "$")}{amount.ToString(amount < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture)}";
    }

    public static string Number(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>What is assumed in each size, under the name of the option that sets it.</summary>
    public static IReadOnlyList<CostAssumption> Assumptions { get; } =
    [
        new("--replicas", "replicas of a service", size => size.Replicas),
        new("--cpu", "vCPU of a replica (a store: twice)", size => size.Processors),
        new("--memory", "GB of memory of a replica (a store: twice)", size => size.Memory),
        new("--storage", "GB of disk of a store", size => size.Storage),
        new("--traffic", "GB to the internet", size => size.Traffic),
    ];

    /// <summary>What is assumed of stores.</summary>
    public static string StoresAssumed(CostEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return estimate.IsSelfHosted
            ? "Stores are containers with a disk everywhere (--self-hosted)"
            : "Stores are services of the provider where it runs such, one instance each without a standby (--self-hosted: containers with a disk everywhere)";
    }

    /// <summary>What each store is at a provider, in each size; stores that are the same everywhere together.</summary>
    public static IEnumerable<ReckonedStores> Stores(CostEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return estimate
            .Stores.Select(store => new
            {
                store.Workload.Name,
                At = Providers.All.Select(provider => new ReckonedStore(provider, Store(estimate, provider, store))).ToList(),
            })
            .GroupBy(store => string.Join('\n', store.At.Select(at => at.What)), StringComparer.Ordinal)
            .Select(same => new ReckonedStores(string.Join(", ", same.Select(store => store.Name)), same.First().At));
    }

    private static string Store(CostEstimate estimate, Provider provider, CostedWorkload store) =>
        estimate.Managed(provider, store) is { } managed
            ? $"{managed.Service}: {string.Join(", ", estimate.Sizes.Select(size => Plan(managed, store, size)).Distinct())}"
        : provider.Managed.Count == 0 && !estimate.IsSelfHosted ? "container with a disk: no managed stores here"
        : estimate.IsSelfHosted ? "container with a disk"
        : "container with a disk: not offered, or without a price by instance that is known here";

    /// <summary>The plan that a size takes, as the provider calls it.</summary>
    public static string Plan(ManagedStore managed, CostedWorkload store, CostSize size)
    {
        ArgumentNullException.ThrowIfNull(managed);
        ArgumentNullException.ThrowIfNull(store);
        var (count, plan) = managed.PlanFor(store.ProcessorsIn(size), store.MemoryIn(size));
        return count == 1 ? plan.Name : $"{count} × {plan.Name}";
    }

    /// <summary>What a workload says of its own size: that wins over what is assumed.</summary>
    public static IEnumerable<string> Declared(CostedWorkload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        if (workload.Workload.Replicas is { } replicas)
        {
            yield return $"{Number(replicas.Value)} {(replicas.Value == 1 ? "replica" : "replicas")} ({replicas.Span})";
        }

        if (workload.Processors is { } processors)
        {
            yield return Amount(processors, "vCPU");
        }

        if (workload.Memory is { } memory)
        {
            yield return Amount(memory, "GB");
        }
    }

    private static string Amount(Fact<decimal> fact, string unit) => $"{Number(fact.Value)} {unit} ({fact.Span})";
}
