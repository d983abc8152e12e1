namespace Seaworthy.Model;

/// <param name="find">Works its links out, from files and from other relations: which those are, it says by asking.</param>
public sealed class Relation<T>(Func<Deployment, IReadOnlyList<T>> find) : Relation(typeof(T))
    where T : class
{
    /// <summary>Computes the links anew. Readers of the links call <see cref="Deployment.All{T}"/> instead.</summary>
    public IReadOnlyList<T> Find(Deployment known) => find(known);
}
