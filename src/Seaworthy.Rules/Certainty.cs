namespace Seaworthy.Rules;

/// <summary>How well the evidence supports a verdict. Anything less than likely is UNKNOWN.</summary>
public enum Certainty
{
    /// <summary>The tree supports it; something outside the tree could make it untrue.</summary>
    Likely,

    /// <summary>The world is closed: the other end is known completely, or a tool refuses the file.</summary>
    Certain,
}
