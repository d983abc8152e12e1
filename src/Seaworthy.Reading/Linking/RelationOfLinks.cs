using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <summary>A relation, worked out by the first who asks for it.</summary>
/// <param name="find">Works its links out, from files and from other relations: which those are, it says by asking.</param>
internal sealed class Relation<T>(Func<Deployment, IReadOnlyList<T>> find) : Relation(typeof(T))
    where T : class
{
    private readonly Lock gate = new();
    private volatile IReadOnlyList<T>? links;

    /// <summary>Null until somebody has asked.</summary>
    public IReadOnlyList<T>? Found => links;

    /// <summary>Worked out by the first who asks; others wait.</summary>
    public IReadOnlyList<T> Links(Deployment known, Relations relations)
    {
        if (links is null)
        {
            lock (gate)
            {
                links ??= relations.Now(() => find(known), typeof(T).Name);
            }
        }

        return links;
    }
}
