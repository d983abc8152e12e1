namespace Seaworthy.Model;

/// <param name="find">Works its links out, from files and from other relations: which those are, it says by asking.</param>
public sealed class Relation<T>(Func<Deployment, IReadOnlyList<T>> find) : Relation(typeof(T))
    where T : class
{
    public override IReadOnlyList<object> None => new CountedList<T>([]);

    public override IReadOnlyList<object> Find(Deployment known) => new CountedList<T>(find(known));
}
