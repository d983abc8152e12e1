using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The pods and the network policies of a repository, and which policy holds for which pod.</summary>
internal sealed class GuardedPods
{
    private static readonly HashSet<string> OtherPolicies = new(StringComparer.Ordinal)
    {
        "CiliumNetworkPolicy",
        "CiliumClusterwideNetworkPolicy",
        "GlobalNetworkPolicy",
        "AdminNetworkPolicy",
        "BaselineAdminNetworkPolicy",
    };

    private readonly Dictionary<Place, GuardedPod> pods = [];

    private GuardedPods(Deployment deployment, IReadOnlyList<NetworkPolicy> policies)
    {
        Policies = policies;
        foreach (var stack in deployment.KubernetesStacks.Where(stack => stack.PartialBecause is null))
        {
            foreach (var owner in stack.Of<KubernetesWorkload>())
            {
                foreach (var container in owner.Pod?.Containers ?? [])
                {
                    pods.TryAdd(new Place(stack.Name, container.Name.Span), new GuardedPod(stack, owner));
                }
            }
        }
    }

    public IReadOnlyList<NetworkPolicy> Policies { get; }

    public IEnumerable<GuardedPod> All => pods.Values.DistinctBy(pod => pod.Owner, ReferenceEqualityComparer.Instance);

    /// <summary>Null without policies, or where unread policies may apply.</summary>
    public static GuardedPods? Of(Deployment deployment)
    {
        List<NetworkPolicy> policies = [.. deployment.KubernetesStacks.SelectMany(stack => stack.Of<NetworkPolicy>())];
        return policies.Count == 0 || deployment.Of<KubernetesManifest>().Any(MayHaveOthers) ? null : new GuardedPods(deployment, policies);
    }

    private static bool MayHaveOthers(KubernetesManifest manifest) =>
        manifest.IsTemplate
            ? manifest.File.Mentions(nameof(NetworkPolicy))
            : manifest.Objects.Any(found =>
                OtherPolicies.Contains(found.Kind.Value) || (found.Kind.Value == nameof(NetworkPolicy) && found is not NetworkPolicy)
            );

    public GuardedPod? Find(Workload workload) =>
        workload.TargetName is { } target
            ? pods.GetValueOrDefault(new Place(target, workload.Span))
                ?? pods.GetValueOrDefault(new Place(target.Split(" (")[0], workload.Span))
            : null;

    // Without policyTypes a policy restricts ingress, and egress if it has egress rules.
    public static bool IsEgress(NetworkPolicy policy) =>
        policy.PolicyTypes.Count == 0 ? policy.Egress.Count > 0 : policy.PolicyTypes.Any(type => type.Value == "Egress");

    public static bool IsIngress(NetworkPolicy policy) =>
        policy.PolicyTypes.Count == 0 || policy.PolicyTypes.Any(type => type.Value == "Ingress");

    /// <summary>Selects the pod in whatever namespace it is applied.</summary>
    public static bool SurelyHolds(NetworkPolicy policy, GuardedPod pod) =>
        MayHold(policy, pod)
        && policy.PodSelector is { HasExpressions: false }
        && policy.Namespace?.Value == pod.Owner.Namespace?.Value
        && (policy.Namespace is not null || pod.Stack.Objects.Contains(policy, ReferenceEqualityComparer.Instance));

    public static bool MayHold(NetworkPolicy policy, GuardedPod pod) =>
        KubernetesStack.MayMeet(policy, pod.Owner) && policy.PodSelector?.Matches(pod.Labels) != false;

    /// <summary>All egress rules that may apply to the pod.</summary>
    public IEnumerable<NetworkPolicyRule> EgressOf(GuardedPod pod) =>
        Policies.Where(policy => IsEgress(policy) && MayHold(policy, pod)).SelectMany(policy => policy.Egress);

    /// <summary>A rule may let the pod reach the cluster's DNS on port 53.</summary>
    public bool MayAskForNames(GuardedPod pod) =>
        EgressOf(pod)
            .Any(rule =>
                rule.HasMorePorts
                || rule.Ports.Any(port => port.Value is "53" or "5353" || !IsNumber(port.Value))
                || (rule.Ports.Count == 0 && (rule.Peers.Count == 0 || IsOfSystem(pod) || rule.Peers.Any(NamePeers.MayServe)))
            );

    /// <summary>Applied beside the cluster's DNS, whose pods are then peers of the same namespace.</summary>
    private static bool IsOfSystem(GuardedPod pod) => pod.Owner.Namespace?.Value.Contains("system", StringComparison.Ordinal) is true;

    public static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>A container of a stack, by its name.</summary>
    private sealed record Place(string Stack, SourceSpan Container);
}
