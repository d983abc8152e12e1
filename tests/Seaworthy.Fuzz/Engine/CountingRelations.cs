using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Fuzz.Engine;

/// <summary>Relations that count who looks at their links.</summary>
internal sealed class CountingRelations(IRelationSource relations, LookCount count) : IRelationSource
{
    private readonly ConcurrentDictionary<Type, object> counted = new();

    public IReadOnlyList<RelationRun> Runs => relations.Runs;

    public IReadOnlyList<T> All<T>(Deployment known)
        where T : class => (IReadOnlyList<T>)counted.GetOrAdd(typeof(T), _ => new CountingList<T>(Counted(relations.All<T>(known)), count));

    private IReadOnlyList<T> Counted<T>(IReadOnlyList<T> links) =>
        links is IReadOnlyList<Target> targets
            ? (IReadOnlyList<T>)
                targets.Select(target => target with { Workloads = new CountingList<Workload>(target.Workloads, count) }).ToList()
            : links;
}
