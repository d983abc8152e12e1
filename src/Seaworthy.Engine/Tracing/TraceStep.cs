namespace Seaworthy.Engine.Tracing;

/// <summary>What a place does with the thing that is asked for, in the order of flow: from where it is written down to where it is used.</summary>
public enum TraceStep
{
    Declared,
    Documented,
    Built,
    Given,
    Starts,
    Listens,
    Exposed,
    Published,
    Mounted,
    Probed,
    Read,
    Calls,
    Called,
}
