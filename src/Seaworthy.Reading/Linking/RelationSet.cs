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
    public IReadOnlyList<object> All(Type of, Deployment known)
    {
        var links = LinksOf(of);
        return links.Known ?? Found(links, known);
    }

    private IReadOnlyList<object> Found(FoundLinks links, Deployment known)
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
        return links.Known ?? links.None;
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

    private FoundLinks LinksOf(Type of)
    {
        if (asked.TryGetValue(of, out var known))
        {
            return known;
        }

        return byType.GetValueOrDefault(of) is { } relation
            ? asked.GetOrAdd(of, new FoundLinks(relation))
            : throw new InvalidOperationException(
                $"There is no relation of {of.Name}: neither {nameof(AllRelations)} nor a rule brings it."
            );
    }
}
