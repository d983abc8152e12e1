namespace Seaworthy.Model.Topology;

/// <summary>What becomes of a hole <c>${NAME}</c> in a file that a program reads.</summary>
public enum HoleFate
{
    /// <summary>A variable of the container fills it before the program reads it.</summary>
    Filled,

    /// <summary>Nobody fills it, and the program takes the letters for the value.</summary>
    Literal,

    /// <summary>Nobody fills it, and the program does not start with it.</summary>
    Refused,

    /// <summary>Something would fill it, but has no such variable; the program does not start with it.</summary>
    NotSupplied,

    /// <summary>Something that the tree does not tell may fill it.</summary>
    Unknown,
}
