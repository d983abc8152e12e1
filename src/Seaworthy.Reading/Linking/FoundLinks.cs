using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <summary>The links of one relation in one deployment, worked out by the first who asks for them.</summary>
internal sealed class FoundLinks<T>(Relation<T> relation)
    where T : class
{
    private readonly Lock gate = new();
    private volatile IReadOnlyList<T>? links;

    /// <summary>Null until somebody has asked.</summary>
    public IReadOnlyList<T>? Known => links;

    /// <summary>Worked out by the first who asks; others wait.</summary>
    public IReadOnlyList<T> Of(Deployment known, Relations relations)
    {
        if (links is null)
        {
            lock (gate)
            {
                links ??= relations.Now(() => relation.Find(known), typeof(T).Name);
            }
        }

        return links;
    }
}
