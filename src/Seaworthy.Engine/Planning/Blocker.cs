namespace Seaworthy.Engine.Planning;

/// <summary>One reason not to deploy yet: a cause, shown by the gravest of its findings that block.</summary>
/// <param name="Alike">The other findings of the same cause that block.</param>
public sealed record Blocker(Finding Finding, IReadOnlyList<Finding> Alike)
{
    /// <summary>How many more findings are like it.</summary>
    public int Others => Alike.Count;
}
