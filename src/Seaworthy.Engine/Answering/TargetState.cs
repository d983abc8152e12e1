namespace Seaworthy.Engine.Answering;

/// <summary>What becomes of a target that is deployed as it is.</summary>
public enum TargetState
{
    /// <summary>A finding blocks it, and is certain.</summary>
    Breaks,

    /// <summary>A finding blocks it, and is likely.</summary>
    LikelyBreaks,

    /// <summary>Nothing blocks it; a WARN is critical or high.</summary>
    WorksAtRisk,

    /// <summary>Nothing is known to block it, and a program or an image of it is not known.</summary>
    Undecided,

    Works,
}
