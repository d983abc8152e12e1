namespace Seaworthy.Rules;

/// <summary>What a place is to a verdict.</summary>
public enum LocationRole
{
    /// <summary>Where the fault is, or where it is best mended.</summary>
    Primary,

    /// <summary>The other end of a contradiction, or a link of the chain between the ends.</summary>
    Related,
}
