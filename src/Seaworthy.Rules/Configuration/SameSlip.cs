using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Variable uses with the same fault; none if the verdict is a PASS.</summary>
internal sealed record SameSlip(Subject Subject, IReadOnlyList<VariableUse> Uses);
