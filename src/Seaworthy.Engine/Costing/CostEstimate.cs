using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Costing;

/// <summary>What a target would cost in a month by list prices: a comparison of orders of magnitude, never a quote.</summary>
public sealed record CostEstimate(Target Target, IReadOnlyList<CostedWorkload> Workloads, IReadOnlyList<CostSize> Sizes)
{
    /// <summary>What no figure holds.</summary>
    public const string NotPriced =
        "standby instances of stores, backups, logs and metrics, registries, domains, support, discounts and taxes";

    /// <summary>Stores are containers with a disk everywhere; otherwise they are services where the provider runs such.</summary>
    public bool IsSelfHosted { get; init; }

    /// <summary>The stores of it.</summary>
    public IEnumerable<CostedWorkload> Stores => Workloads.Where(workload => workload.IsStore);

    /// <summary>Something of it is reached from outside.</summary>
    public bool HasEntry => Workloads.Any(workload => !workload.IsStore && workload.Workload.Ports.Count > 0);

    /// <summary>The target that users reach: the one for production, else the one that says nothing, the largest first; null where nothing is deployed.</summary>
    /// <param name="deployment">Where to look.</param>
    /// <param name="name">The name of another, if that is wanted.</param>
    /// <param name="sizes">What is assumed.</param>
    public static CostEstimate? Of(Deployment deployment, string? name, IReadOnlyList<CostSize> sizes)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var quotations = Quotations.Of(deployment);
        return deployment
            .Targets.Where(target => name is null ? IsMeant(target) : target.Name == name)
            .Select(target => new CostEstimate(
                target with
                {
                    Name = quotations.ByValue(target.Name),
                },
                [
                    .. target
                        .Workloads.Where(Lasts)
                        .Select(workload => new CostedWorkload(workload with { Name = quotations.ByValue(workload.Name) })),
                ],
                sizes
            ))
            .Where(estimate => estimate.Workloads.Count > 0)
            .OrderBy(estimate => Rank(estimate.Target.Environment))
            .ThenByDescending(estimate => estimate.Workloads.Count)
            .FirstOrDefault();
    }

    /// <summary>The service of a provider that stands in the place of a store; null where it is a container with a disk.</summary>
    public ManagedStore? Managed(Provider provider, CostedWorkload workload)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(workload);
        return IsSelfHosted || workload.Workload.Public is not { } image
            ? null
            : provider.Managed.FirstOrDefault(store => store.Engines.Contains(image.Name, StringComparer.Ordinal));
    }

    /// <summary>In the currency of the provider.</summary>
    public decimal Of(Provider provider, CostSize size)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(size);
        var own = Workloads.Where(workload => Managed(provider, workload) is null).ToList();
        return Compute(provider, size, own)
            + Workloads.Sum(workload => Managed(provider, workload) is { } store ? Of(store, workload, size) : 0)
            + (own.Sum(workload => workload.StorageIn(size)) * provider.Storage.Amount)
            + (Math.Max(0, (HasEntry ? size.Traffic : 0) - provider.FreeTraffic) * provider.Traffic.Amount)
            + (HasEntry ? provider.Entry?.Amount ?? 0 : 0);
    }

    private static decimal Of(ManagedStore store, CostedWorkload workload, CostSize size)
    {
        var (count, plan) = store.PlanFor(workload.ProcessorsIn(size), workload.MemoryIn(size));
        return workload.ReplicasIn(size) * ((count * plan.Price.Amount) + (workload.StorageIn(size) * (store.Storage?.Amount ?? 0)));
    }

    private static decimal Compute(Provider provider, CostSize size, IReadOnlyList<CostedWorkload> workloads)
    {
        if (provider.Server is { } server)
        {
            var processors = workloads.Sum(workload => workload.ReplicasIn(size) * workload.ProcessorsIn(size));
            var memory = workloads.Sum(workload => workload.ReplicasIn(size) * workload.MemoryIn(size));
            var servers = Math.Max(Math.Ceiling(processors / server.Processors), Math.Ceiling(memory / server.Memory));
            return servers * provider.Processor.Amount;
        }

        return workloads.Sum(workload =>
            workload.ReplicasIn(size) * Replica(provider, workload.ProcessorsIn(size), workload.MemoryIn(size))
        );
    }

    private static decimal Replica(Provider provider, decimal processors, decimal memory)
    {
        var had = Math.Max(provider.LeastProcessor, provider.HasWholeProcessors ? Math.Ceiling(processors) : processors);
        var besides = Math.Max(0, Math.Max(provider.LeastMemory, memory) - (had * provider.MemoryWithProcessor));
        return (had * provider.Processor.Amount) + (besides * (provider.Memory?.Amount ?? 0));
    }

    private static bool Lasts(Workload workload) => workload is { IsOneShot: false, Profiles.Count: 0 };

    private static bool IsMeant(Target target) =>
        target.Environment != TargetEnvironment.Test && target.Files[^1].Path is var path && !FilePurposes.Has(path, FilePurpose.Aside);

    private static int Rank(TargetEnvironment environment) =>
        environment switch
        {
            TargetEnvironment.Production => 0,
            TargetEnvironment.Unstated or TargetEnvironment.Staging => 1,
            _ => 2,
        };
}
