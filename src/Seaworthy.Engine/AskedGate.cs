using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>What the command line says of the gate; what it leaves out, the configuration decides.</summary>
public sealed record AskedGate(GateLevel? FailOn = null, GateLevel? FailOnWarn = null, Certainty? Certainty = null)
{
    public Gate Over(GateLevel? configured) =>
        new(FailOn ?? configured ?? Gate.Default.FailOn, FailOnWarn ?? Gate.Default.FailOnWarn, Certainty ?? Gate.Default.Certainty);
}
