namespace Seaworthy.Model.Known;

/// <summary>What a known path is asked for.</summary>
public enum PathPurpose
{
    Health,
    Readiness,
    Metrics,
    Root,
}
