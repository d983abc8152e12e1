using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A call between pods, one of which a network policy selects.</summary>
/// <param name="Use">The address that is called.</param>
/// <param name="Policy">One that selects the caller's or the callee's pods.</param>
internal sealed record GuardedCall(EndpointUse Use, NetworkPolicy Policy)
{
    public GuardedCallDenial Denial { get; init; }
}
