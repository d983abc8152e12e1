using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>From which severity a FAIL makes the exit code 1.</summary>
public enum Gate
{
    Low = Severity.Low,
    Medium = Severity.Medium,
    High = Severity.High,
    Critical = Severity.Critical,
    Never,
}
