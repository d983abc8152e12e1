using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Calls between pods, held against the network policies of the repository.</summary>
/// <remarks>Kubernetes documentation, "Network Policies": a pod that some policy selects may do only what one of its policies allows, in the direction that they are for.</remarks>
internal sealed class GuardedCalls
{
    private static readonly HashSet<string> OtherPolicies = new(StringComparer.Ordinal)
    {
        "CiliumNetworkPolicy",
        "CiliumClusterwideNetworkPolicy",
        "GlobalNetworkPolicy",
        "AdminNetworkPolicy",
        "BaselineAdminNetworkPolicy",
    };

    private readonly List<NetworkPolicy> policies;
    private readonly Dictionary<(string Stack, SourceSpan Container), Pod> pods = [];

    private GuardedCalls(Deployment deployment)
    {
        policies = [.. deployment.KubernetesStacks.SelectMany(stack => stack.Of<NetworkPolicy>())];
        foreach (var stack in deployment.KubernetesStacks.Where(stack => stack.PartialBecause is null))
        {
            foreach (var owner in stack.Of<KubernetesWorkload>())
            {
                foreach (var container in owner.Pod?.Containers ?? [])
                {
                    pods.TryAdd((stack.Name, container.Name.Span), new Pod(stack, owner));
                }
            }
        }
    }

    public static IReadOnlyList<GuardedCall> Link(Deployment deployment)
    {
        var mayBeMore = deployment
            .Of<KubernetesManifest>()
            .Any(manifest =>
                manifest.IsTemplate
                    ? manifest.File.Text.Contains("NetworkPolicy", StringComparison.Ordinal)
                    : manifest.Objects.Any(found =>
                        OtherPolicies.Contains(found.Kind.Value) || (found.Kind.Value == "NetworkPolicy" && found is not NetworkPolicy)
                    )
            );
        GuardedCalls calls = new(deployment);
        return mayBeMore || calls.policies.Count == 0 ? [] : [.. deployment.Endpoints.Select(calls.Of).OfType<GuardedCall>()];
    }

    private GuardedCall? Of(EndpointUse use)
    {
        if (
            use is not { Answer: HostAnswer.Workload, Caller: { UsesHostNetwork: false } caller, Callee: { UsesHostNetwork: false } callee }
            || ReferenceEquals(caller, callee)
            || Find(caller) is not { } from
            || Find(callee) is not { } to
            || ReferenceEquals(from.Owner, to.Owner)
        )
        {
            return null;
        }

        var outward = policies.Find(policy => IsEgress(policy) && SurelyHolds(policy, from));
        var inward = policies.Find(policy => IsIngress(policy) && SurelyHolds(policy, to));
        return (outward ?? inward) is not { } first ? null
            : outward is not null && !MayAskForNames(from) ? new GuardedCall(use, outward) { Denial = GuardedCallDenial.Names }
            : outward is not null && !Allows(from, IsEgress, policy => policy.Egress, to, use)
                ? new GuardedCall(use, outward) { Denial = GuardedCallDenial.Egress }
            : inward is not null && !Allows(to, IsIngress, policy => policy.Ingress, from, use, to)
                ? new GuardedCall(use, inward) { Denial = GuardedCallDenial.Ingress }
            : new GuardedCall(use, first);
    }

    private Pod? Find(Workload workload) =>
        workload.TargetName is { } target
            ? pods.GetValueOrDefault((target, workload.Span)) ?? pods.GetValueOrDefault((target.Split(" (")[0], workload.Span))
            : null;

    // Without types a policy is for what comes in, and for what goes out if it says anything of that.
    private static bool IsEgress(NetworkPolicy policy) =>
        policy.PolicyTypes.Count == 0 ? policy.Egress.Count > 0 : policy.PolicyTypes.Any(type => type.Value == "Egress");

    private static bool IsIngress(NetworkPolicy policy) =>
        policy.PolicyTypes.Count == 0 || policy.PolicyTypes.Any(type => type.Value == "Ingress");

    /// <summary>Holds for the pod, whatever the command says of namespaces.</summary>
    private static bool SurelyHolds(NetworkPolicy policy, Pod pod) =>
        MayHold(policy, pod)
        && policy.PodSelector is { HasExpressions: false }
        && policy.Namespace?.Value == pod.Owner.Namespace?.Value
        && (policy.Namespace is not null || pod.Stack.Objects.Contains(policy, ReferenceEqualityComparer.Instance));

    private static bool MayHold(NetworkPolicy policy, Pod pod) =>
        KubernetesStack.MayMeet(policy, pod.Owner) && policy.PodSelector?.Matches(pod.Labels) != false;

    private bool MayAskForNames(Pod pod) =>
        policies
            .Where(policy => IsEgress(policy) && MayHold(policy, pod))
            .SelectMany(policy => policy.Egress)
            .Any(rule => rule.Ports.Count == 0 || rule.Ports.Any(port => port.Value == "53" || !IsNumber(port.Value)));

    private bool Allows(
        Pod pod,
        Func<NetworkPolicy, bool> isFor,
        Func<NetworkPolicy, IReadOnlyList<NetworkPolicyRule>> rules,
        Pod other,
        EndpointUse use,
        Pod? served = null
    ) =>
        policies
            .Where(policy => isFor(policy) && MayHold(policy, pod))
            .SelectMany(rules)
            .Any(rule =>
                (rule.Peers.Count == 0 || rule.Peers.Any(peer => MayBe(peer, other))) && MayReach(rule.Ports, served ?? other, use)
            );

    /// <summary>Addresses and namespaces may be anyone's.</summary>
    private static bool MayBe(NetworkPolicyPeer peer, Pod pod) =>
        peer.Addresses is not null || peer.Pods is not { } pods || pods.HasExpressions || pods.Matches(pod.Labels);

    /// <summary>The port of a rule is the pod's, that of the address the Service's; a pod that states none may listen on any.</summary>
    private static bool MayReach(IReadOnlyList<Fact<string>> ports, Pod served, EndpointUse use)
    {
        var own = (served.Owner.Pod?.Containers ?? []).SelectMany(container => container.Ports).ToList();
        return ports.Count == 0
            || own.Count == 0
            || ports.Any(port =>
                !IsNumber(port.Value)
                || port.Value == $"{use.Port}"
                || own.Exists(stated => port.Value == $"{stated.Number?.Value}" || stated.Number is null)
            );
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>A pod's owner, among the objects that are applied with it.</summary>
    private sealed record Pod(KubernetesStack Stack, KubernetesWorkload Owner)
    {
        public IReadOnlyList<KubernetesPair> Labels => Owner.Pod?.Labels ?? [];
    }
}
