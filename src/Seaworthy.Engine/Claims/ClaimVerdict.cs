namespace Seaworthy.Engine.Claims;

/// <summary>What the model answers to a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>A rule finds the same.</summary>
    Confirmed,

    /// <summary>A fact of the repository says otherwise.</summary>
    Refuted,

    /// <summary>The model does not know.</summary>
    Open,
}
