using System.Collections.Concurrent;
using System.Diagnostics;
using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <summary>The relations of one deployment, each worked out by the first who asks for it.</summary>
internal sealed class RelationSet(IEnumerable<Relation> declared, Relations relations) : IRelationSource
{
    private readonly Dictionary<Type, Relation> byType = declared.ToDictionary(relation => relation.Of);
    private readonly ConcurrentDictionary<Type, FoundLinks> asked = new();

    // Which relation is worked out, in every thread that works for it.
    private readonly AsyncLocal<FoundLinks?> working = new();

    // Who waits for whom. Two threads may enter a circle at two ends, and would wait for each other for ever.
    private readonly Lock waiting = new();

    public IReadOnlyList<RelationRun> Runs =>
        [.. asked.Values.Select(links => links.Run).OfType<RelationRun>().OrderBy(run => run.Name, StringComparer.Ordinal)];

    /// <exception cref="InvalidOperationException">No list has it, or it is asked for while it is worked out.</exception>
    public IReadOnlyList<T> All<T>(Deployment known)
        where T : class
    {
        var links = LinksOf<T>();
        return links.Known ?? Found(links, known);
    }

    private IReadOnlyList<T> Found<T>(FoundLinks<T> links, Deployment known)
        where T : class
    {
        var asker = working.Value;
        if (asker is not null)
        {
            RefuseCircle(asker, links);
        }

        var began = Stopwatch.GetTimestamp();
        if (links.Take())
        {
            working.Value = links;
            try
            {
                links.Find(known, relations, asker?.Name ?? Asker.Name ?? "the report");
            }
            finally
            {
                working.Value = asker;
            }
        }
        else
        {
            links.Wait();
        }

        asker?.Spent(Stopwatch.GetElapsedTime(began));
        return links.Known ?? [];
    }

    private void RefuseCircle(FoundLinks asker, FoundLinks links)
    {
        lock (waiting)
        {
            if (links.WayTo(asker) is { Count: > 0 } way)
            {
                throw new InvalidOperationException(
                    $"Relations ask in a circle: {string.Join(" → ", way.Append(links).Select(step => step.Name))}."
                );
            }

            asker.Await(links);
        }
    }

    private FoundLinks<T> LinksOf<T>()
        where T : class
    {
        if (asked.TryGetValue(typeof(T), out var known))
        {
            return (FoundLinks<T>)known;
        }

        return byType.GetValueOrDefault(typeof(T)) is Relation<T> relation
            ? (FoundLinks<T>)asked.GetOrAdd(typeof(T), new FoundLinks<T>(relation))
            : throw new InvalidOperationException(
                $"There is no relation of {typeof(T).Name}: neither {nameof(AllRelations)} nor a rule has it."
            );
    }
}
