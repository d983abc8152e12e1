namespace Seaworthy.Model.Topology;

/// <summary>How much of a capability there is.</summary>
public enum CapabilityLevel
{
    Absent,

    /// <summary>Some of it, or for some of those that need it.</summary>
    Partial,
    Present,

    /// <summary>What would show it is not in the tree, or is not read.</summary>
    Unknown,
}
