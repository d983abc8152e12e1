namespace Seaworthy.Engine.Environments;

/// <summary>What a difference between environments is.</summary>
public enum Difference
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Environments are meant to differ so: sizes, hosts, debug flags.</summary>
    Intended,

    /// <summary>Something outside the tree decides.</summary>
    Open,

    /// <summary>Nobody means it: what holds in one environment fails in the other, or was never tried there.</summary>
    Drift,
}
