namespace Seaworthy.Model;

/// <summary>One kind of link between facts, and how it is worked out. A list of them is a declaration: it holds nothing of any repository.</summary>
public abstract class Relation
{
    private protected Relation(Type of) => Of = of;

    /// <summary>What its links are.</summary>
    public Type Of { get; }

    /// <summary>The list when it cannot be worked out.</summary>
    public abstract IReadOnlyList<object> None { get; }

    /// <summary>Works its links out anew, as a list of that type: whoever wants to know them asks <see cref="Deployment.All{T}"/>.</summary>
    public abstract IReadOnlyList<object> Find(Deployment known);
}
