using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A call between pods of which a network policy holds for one side.</summary>
/// <param name="Use">The address that is called.</param>
/// <param name="Policy">One that holds for the caller's or the callee's pods.</param>
internal sealed record GuardedCall(EndpointUse Use, NetworkPolicy Policy)
{
    public GuardedCallDenial Denial { get; init; }
}
