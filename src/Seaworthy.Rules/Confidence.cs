namespace Seaworthy.Rules;

/// <summary>How sure a verdict is, apart from how bad it would be.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}
