using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Uses of variables of which one thing is to be said; none where all that is to be said is that it holds.</summary>
internal sealed record SameSlip(Subject Subject, IReadOnlyList<VariableUse> Uses);
