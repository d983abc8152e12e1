using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The secret with which one workload of a target checks the tokens that others sign, each as it stands in the tree.</summary>
/// <param name="Verifier">Checks tokens, and signs none.</param>
/// <param name="Signers">The workloads of the target that sign tokens with a secret of this name.</param>
internal sealed record SharedSecret(VariableUse Verifier, IReadOnlyList<VariableUse> Signers)
{
    /// <summary>Why the values cannot be held against each other; null when all are known.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The machine gives those that sign their value, and the one that checks nothing.</summary>
    public bool IsLeftToDefault { get; init; }

    /// <summary>None of those that sign has the value of the one that checks.</summary>
    public bool Differs { get; init; }
}
