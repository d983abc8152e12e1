using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Calls between pods, compared with the network policies of the repository.</summary>
/// <remarks>Kubernetes documentation, "Network Policies": a pod that some policy selects may do only what one of its policies allows, in the direction that they are for.</remarks>
internal sealed class GuardedCalls
{
    private readonly GuardedPods pods;

    private GuardedCalls(GuardedPods pods) => this.pods = pods;

    public static IReadOnlyList<GuardedCall> Link(Deployment deployment) =>
        GuardedPods.Of(deployment) is { } pods ? [.. deployment.Endpoints.Select(new GuardedCalls(pods).Of).OfType<GuardedCall>()] : [];

    private GuardedCall? Of(EndpointUse use)
    {
        if (
            use is not { Answer: HostAnswer.Workload, Caller: { UsesHostNetwork: false } caller, Callee: { UsesHostNetwork: false } callee }
            || ReferenceEquals(caller, callee)
            || pods.Find(caller) is not { } from
            || pods.Find(callee) is not { } to
            || ReferenceEquals(from.Owner, to.Owner)
        )
        {
            return null;
        }

        var outward = pods.Policies.FirstOrDefault(policy => GuardedPods.IsEgress(policy) && GuardedPods.SurelyHolds(policy, from));
        var inward = pods.Policies.FirstOrDefault(policy => GuardedPods.IsIngress(policy) && GuardedPods.SurelyHolds(policy, to));
        return (outward ?? inward) is not { } first ? null
            : outward is not null && !pods.MayAskForNames(from) ? new GuardedCall(use, outward) { Denial = GuardedCallDenial.Names }
            : outward is not null && !Allows(from, GuardedPods.IsEgress, policy => policy.Egress, to, use)
                ? new GuardedCall(use, outward) { Denial = GuardedCallDenial.Egress }
            : inward is not null && !Allows(to, GuardedPods.IsIngress, policy => policy.Ingress, from, use, to)
                ? new GuardedCall(use, inward) { Denial = GuardedCallDenial.Ingress }
            : new GuardedCall(use, first);
    }

    private bool Allows(
        GuardedPod pod,
        Func<NetworkPolicy, bool> isFor,
        Func<NetworkPolicy, IReadOnlyList<NetworkPolicyRule>> rules,
        GuardedPod other,
        EndpointUse use,
        GuardedPod? served = null
    ) =>
        pods
            .Policies.Where(policy => isFor(policy) && GuardedPods.MayHold(policy, pod))
            .SelectMany(rules)
            .Any(rule =>
                (rule.Peers.Count == 0 || rule.Peers.Any(peer => MayBe(peer, other)))
                && (rule.HasMorePorts || MayReach(rule.Ports, served ?? other, use))
            );

    /// <summary>Addresses and namespaces may be anyone's.</summary>
    private static bool MayBe(NetworkPolicyPeer peer, GuardedPod pod) =>
        peer.Addresses is not null || peer.Pods is not { } meant || meant.HasExpressions || meant.Matches(pod.Labels);

    /// <summary>A rule has the pod's port, an address the Service's; a pod without declared ports may listen on any.</summary>
    private static bool MayReach(IReadOnlyList<Fact<string>> ports, GuardedPod served, EndpointUse use)
    {
        var own = (served.Owner.Pod?.Containers ?? []).SelectMany(container => container.Ports).ToList();
        return ports.Count == 0
            || own.Count == 0
            || ports.Any(port =>
                !GuardedPods.IsNumber(port.Value)
                || port.Value == $"{use.Port}"
                || own.Exists(stated => port.Value == $"{stated.Number?.Value}" || stated.Number is null)
            );
    }
}
