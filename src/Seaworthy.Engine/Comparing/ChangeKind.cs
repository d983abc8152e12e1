namespace Seaworthy.Engine.Comparing;

/// <summary>What a change of the repository does to one finding.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Broken,

    /// <summary>It was there, and is a graver verdict now.</summary>
    Worse,

    /// <summary>It was a FAIL or WARN, and the tree cannot tell any more.</summary>
    Unclear,

    /// <summary>It is there still, and somebody accepts it now.</summary>
    Accepted,

    /// <summary>It is there still, as a lighter verdict.</summary>
    Eased,

    /// <summary>It is not found any more.</summary>
    Fixed,

    /// <summary>It is there as before.</summary>
    Left,
}
