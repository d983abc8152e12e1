using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A pod that may send only what its network policies allow, and that has names to look up.</summary>
/// <param name="Pod">The name of what makes it.</param>
/// <param name="Policy">One that surely holds for it.</param>
/// <param name="IsAllowed">Some policy may let it reach the cluster's DNS.</param>
internal sealed record GuardedLookup(string Pod, NetworkPolicy Policy, bool IsAllowed)
{
    public SourceSpan Place => Policy.Name?.Span ?? Policy.Span;

    /// <summary>The names that it is given to call.</summary>
    public IReadOnlyList<EndpointUse> Calls { get; init; } = [];

    /// <summary>The rule that opens the way to the whole world but private networks, or to some pods: whatever is meant there has a name.</summary>
    public SourceSpan? Opened { get; init; }

    /// <summary>What is opened is the world outside, of which nobody knows the addresses.</summary>
    public bool OpensWorld { get; init; }
}
