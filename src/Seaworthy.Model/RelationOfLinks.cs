namespace Seaworthy.Model;

/// <param name="find">Works its links out, from files and from other relations: which those are, it says by asking.</param>
public sealed class Relation<T>(Func<Deployment, IReadOnlyList<T>> find) : Relation(typeof(T))
    where T : class
{
    /// <summary>Works them out anew: whoever wants to know them asks <see cref="Deployment.All{T}"/>.</summary>
    public IReadOnlyList<T> Find(Deployment known) => find(known);
}
