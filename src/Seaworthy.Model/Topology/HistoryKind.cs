namespace Seaworthy.Model.Topology;

/// <summary>What of a repository's history a step asks for.</summary>
public enum HistoryKind
{
    /// <summary>A tag that the commit comes after.</summary>
    Tag,

    /// <summary>A commit before the one that is checked out: <c>HEAD~1</c>.</summary>
    Parent,

    /// <summary>A branch of the remote: <c>origin/main</c>.</summary>
    Branch,

    /// <summary>A commit that the event names: the one before a push, the base of a pull request.</summary>
    EventCommit,

    /// <summary>The commit at which two branches parted.</summary>
    Ancestor,

    /// <summary>All of it, by the documentation of an action.</summary>
    Whole,
}
