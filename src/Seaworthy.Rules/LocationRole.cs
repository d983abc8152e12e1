namespace Seaworthy.Rules;

/// <summary>The part that a place plays in a verdict.</summary>
public enum LocationRole
{
    /// <summary>The fault, or the best place for the fix.</summary>
    Primary,

    /// <summary>The other end of a contradiction, or a link between the ends.</summary>
    Related,
}
