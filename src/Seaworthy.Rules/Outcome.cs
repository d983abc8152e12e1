namespace Seaworthy.Rules;

/// <summary>The answers a rule can give.</summary>
public enum Outcome
{
    Pass,
    Unknown,
    Warn,
    Fail,
}
