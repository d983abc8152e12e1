using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <summary>The relations of one deployment.</summary>
internal sealed class RelationSet(IEnumerable<Relation> declared, Relations relations) : IRelationSource
{
    private readonly Dictionary<Type, Relation> byType = declared.ToDictionary(relation => relation.Of);

    // Who asks whom, in every thread that works for the first of them.
    private readonly AsyncLocal<IReadOnlyList<Type>?> asking = new();

    /// <exception cref="InvalidOperationException">No list has it, or it is asked for while it is worked out.</exception>
    public IReadOnlyList<T> All<T>(Deployment known)
        where T : class
    {
        if (byType.GetValueOrDefault(typeof(T)) is not Relation<T> relation)
        {
            throw new InvalidOperationException($"{nameof(AllRelations)} lists no relation of {typeof(T).Name}.");
        }

        if (relation.Found is { } found)
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
            return relation.Links(known, relations);
        }
        finally
        {
            asking.Value = chain;
        }
    }
}
