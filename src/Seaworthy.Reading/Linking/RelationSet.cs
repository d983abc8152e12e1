using System.Collections.Concurrent;
using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <summary>The relations of one deployment.</summary>
internal sealed class RelationSet(IEnumerable<Relation> declared, Relations relations) : IRelationSource
{
    private readonly Dictionary<Type, Relation> byType = declared.ToDictionary(relation => relation.Of);
    private readonly ConcurrentDictionary<Type, object> asked = new();

    // Who asks whom, in every thread that works for the first of them.
    private readonly AsyncLocal<IReadOnlyList<Type>?> asking = new();

    /// <exception cref="InvalidOperationException">No list has it, or it is asked for while it is worked out.</exception>
    public IReadOnlyList<T> All<T>(Deployment known)
        where T : class
    {
        var links = LinksOf<T>();
        if (links.Known is { } found)
        {
            return found;
        }

        var chain = asking.Value ?? [];
        if (chain.Contains(typeof(T)))
        {
            throw new InvalidOperationException(
                $"Relations ask in a circle: {string.Join(" → ", chain.Append(typeof(T)).Select(type => type.Name))}."
            );
        }

        asking.Value = [.. chain, typeof(T)];
        try
        {
            return links.Of(known, relations);
        }
        finally
        {
            asking.Value = chain;
        }
    }

    private FoundLinks<T> LinksOf<T>()
        where T : class =>
        byType.GetValueOrDefault(typeof(T)) is Relation<T> relation
            ? (FoundLinks<T>)asked.GetOrAdd(typeof(T), _ => new FoundLinks<T>(relation))
            : throw new InvalidOperationException(
                $"There is no relation of {typeof(T).Name}: neither {nameof(AllRelations)} nor a rule brings it."
            );
}
