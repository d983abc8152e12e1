namespace Seaworthy.Engine.Wiring;

/// <summary>What stands at the end of a wire.</summary>
public enum WireNodeKind
{
    /// <summary>Runs code.</summary>
    Service,

    /// <summary>Keeps data: a database, a cache, a broker, an object store.</summary>
    Store,

    /// <summary>A port of the host or of the platform, through which the world comes in.</summary>
    Entry,

    /// <summary>A host of the world outside.</summary>
    Outside,

    /// <summary>A name that nobody answers to.</summary>
    Missing,
}
