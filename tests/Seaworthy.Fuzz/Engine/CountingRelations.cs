using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Fuzz.Engine;

/// <summary>Relations that count who looks at their links.</summary>
internal sealed class CountingRelations(IRelationSource relations, LookCount count) : IRelationSource
{
    private readonly ConcurrentDictionary<Type, IReadOnlyList<object>> counted = new();

    public IReadOnlyList<RelationRun> Runs => relations.Runs;

    public IReadOnlyList<object> All(Type of, Deployment known) =>
        counted.GetOrAdd(
            of,
            _ =>
                Activator.CreateInstance(typeof(CountingList<>).MakeGenericType(of), Counted(relations.All(of, known)), count)
                    as IReadOnlyList<object>
                ?? throw new InvalidOperationException($"No list of {of.Name}.")
        );

    private IReadOnlyList<object> Counted(IReadOnlyList<object> links) =>
        links is IReadOnlyList<Target> targets
            ? targets.Select(target => target with { Workloads = new CountingList<Workload>(target.Workloads, count) }).ToList()
            : links;
}
