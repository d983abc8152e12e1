using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>From which severity a finding closes the gate.</summary>
public enum GateLevel
{
    Low = Severity.Low,
    Medium = Severity.Medium,
    High = Severity.High,
    Critical = Severity.Critical,
    Never,
}
