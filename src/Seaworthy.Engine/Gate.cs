using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>Which findings block a deployment, and make the exit code 1.</summary>
/// <param name="FailOn">The least severity of a FAIL.</param>
/// <param name="FailOnWarn">The least severity of a WARN.</param>
/// <param name="Certainty">The least certainty of either.</param>
public sealed record Gate(GateLevel FailOn = GateLevel.High, GateLevel FailOnWarn = GateLevel.Never, Certainty Certainty = Certainty.Likely)
{
    public static Gate Default { get; } = new();

    /// <summary>What reports call blocking: the same, and the default where nothing is to make the exit code 1.</summary>
    public Gate InReports => FailOn == GateLevel.Never && FailOnWarn == GateLevel.Never ? this with { FailOn = Default.FailOn } : this;

    /// <summary>Grave enough, certain enough, and in what is deployed or may be.</summary>
    public bool IsClosedBy(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var level = finding.Outcome switch
        {
            Outcome.Fail => FailOn,
            Outcome.Warn => FailOnWarn,
            _ => GateLevel.Never,
        };
        return (int)finding.Severity >= (int)level && finding.Verdict.Certainty >= Certainty && finding.Verdict.Scope.IsDeployed;
    }
}
