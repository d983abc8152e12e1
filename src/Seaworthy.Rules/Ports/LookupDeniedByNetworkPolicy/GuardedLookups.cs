using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Pods under network policies that need the cluster's DNS, and whether they may use it.</summary>
/// <remarks>Kubernetes documentation, "DNS for Services and Pods": names are resolved by a Service of kube-system, over port 53.</remarks>
internal static class GuardedLookups
{
    // Ways to resolve names without the cluster's DNS on port 53.
    private static readonly string[] OtherWays = ["hostAliases", "ISTIO_META_DNS_CAPTURE", "dataplane-mode"];

    public static IReadOnlyList<GuardedLookup> Link(Deployment deployment)
    {
        if (GuardedPods.Of(deployment) is not { } pods)
        {
            return [];
        }

        var calls = deployment
            .Endpoints.Where(IsByName)
            .Select(use => new { Use = use, Pod = use.Caller is { UsesHostNetwork: false } caller ? pods.Find(caller) : null })
            .Where(pair => pair.Pod is not null)
            .ToLookup(pair => pair.Pod?.Owner, pair => pair.Use);
        return [.. pods.All.Select(pod => Of(pod, pods, [.. calls[pod.Owner]])).OfType<GuardedLookup>()];
    }

    private static GuardedLookup? Of(GuardedPod pod, GuardedPods pods, IReadOnlyList<EndpointUse> calls)
    {
        if (
            pod.Owner.Pod is not { HostNetwork: null or { Value: false } }
            || pod.Owner.Name is not { } name
            || pods.Policies.FirstOrDefault(policy => GuardedPods.IsEgress(policy) && GuardedPods.SurelyHolds(policy, pod))
                is not { } policy
            || pod.Stack.Files.Any(file => OtherWays.Any(way => file.Mentions(way)))
        )
        {
            return null;
        }

        var rules = pods.EgressOf(pod).ToList();
        var world = rules.Find(rule => rule.Peers.Any(NamePeers.IsWorld));
        var opened = world ?? rules.Find(rule => rule.Peers.Any(peer => peer.Pods is not null || peer.Namespaces is not null));
        return opened is null && calls.Count == 0
            ? null
            : new GuardedLookup(name.Value, policy, pods.MayAskForNames(pod))
            {
                Calls = calls,
                Opened = opened?.Span,
                OpensWorld = world is not null,
            };
    }

    private static bool IsByName(EndpointUse use) =>
        use is { IsUnread: false, Answer: not HostAnswer.Loopback }
        && use.Origin is EndpointOrigin.EnvironmentVariable or EndpointOrigin.Code or EndpointOrigin.Property or EndpointOrigin.Proxy
        && Uri.CheckHostName(use.Host) == UriHostNameType.Dns;
}
