using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A pod with restricted egress that has names to look up.</summary>
/// <param name="Pod">The name of its owner.</param>
/// <param name="Policy">One that certainly selects it.</param>
/// <param name="IsAllowed">Some policy may let it reach the cluster's DNS.</param>
internal sealed record GuardedLookup(string Pod, NetworkPolicy Policy, bool IsAllowed)
{
    public SourceSpan Place => Policy.Name?.Span ?? Policy.Span;

    /// <summary>The addresses that it calls by name.</summary>
    public IReadOnlyList<EndpointUse> Calls { get; init; } = [];

    /// <summary>The rule that allows the internet or some pods: what they reach is addressed by name.</summary>
    public SourceSpan? Opened { get; init; }

    /// <summary>The rule allows the internet.</summary>
    public bool OpensWorld { get; init; }
}
