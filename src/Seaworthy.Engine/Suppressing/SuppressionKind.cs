namespace Seaworthy.Engine.Suppressing;

/// <summary>Who accepts a finding.</summary>
public enum SuppressionKind
{
    /// <summary>A comment beside the line.</summary>
    Comment,

    /// <summary>An entry of the configuration.</summary>
    Configuration,

    /// <summary>It was known when the baseline was written.</summary>
    Baseline,
}
