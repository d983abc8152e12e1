namespace Seaworthy.Reading.Code.Ruby;

/// <summary>What a block of Rails' routes is.</summary>
internal enum RailsScopeKind
{
    Plain,

    /// <summary>Of <c>resources</c>: what is in it hangs below a member.</summary>
    Resources,

    /// <summary>What is in it hangs below the collection.</summary>
    Collection,

    /// <summary>Of an engine, whose routes are served where somebody mounts it.</summary>
    Foreign,
}
