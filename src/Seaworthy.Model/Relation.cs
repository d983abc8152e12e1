namespace Seaworthy.Model;

/// <summary>One kind of link between facts, and how it is worked out. A list of them is a declaration: it holds nothing of any repository.</summary>
public abstract class Relation
{
    private protected Relation(Type of) => Of = of;

    /// <summary>What its links are.</summary>
    public Type Of { get; }
}
