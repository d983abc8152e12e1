using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <param name="relation">How its links are worked out.</param>
internal sealed class FoundLinks<T>(Relation<T> relation) : FoundLinks(typeof(T))
    where T : class
{
    private volatile IReadOnlyList<T>? links;

    /// <summary>Null until they are worked out.</summary>
    public IReadOnlyList<T>? Known => links;

    public void Find(Deployment known, Relations relations, string asker) =>
        Finish(
            () =>
            {
                var found = relations.Now(() => relation.Find(known), Name);
                links = found;
                return found.Count;
            },
            asker
        );
}
