using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The secret with which a workload checks tokens that other workloads of its target sign.</summary>
/// <param name="Verifier">Checks tokens and signs none.</param>
/// <param name="Signers">The workloads of the target that sign tokens with a secret of this name.</param>
internal sealed record SharedSecret(VariableUse Verifier, IReadOnlyList<VariableUse> Signers)
{
    /// <summary>Why the values cannot be compared; null if all are known.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The machine sets the signers' value and none for the verifier.</summary>
    public bool IsLeftToDefault { get; init; }

    /// <summary>No signer has the verifier's value.</summary>
    public bool Differs { get; init; }
}
