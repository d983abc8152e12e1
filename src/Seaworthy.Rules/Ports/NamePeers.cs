using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Rules.Ports;

/// <summary>Which peers of a network policy may be the cluster's DNS, and which are the world outside.</summary>
internal static class NamePeers
{
    private const string NamespaceName = "kubernetes.io/metadata.name";

    private static readonly string[] PrivateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

    /// <summary>A cluster's DNS runs in pods of kube-system (or openshift-dns, or a cache on the node), with private addresses.</summary>
    public static bool MayServe(NetworkPolicyPeer peer) =>
        peer.Addresses is { } range
            ? !IsWorld(peer) && MayBePrivate(range.Value)
            : peer.Namespaces is { } namespaces
                && (namespaces.HasExpressions || namespaces.MatchLabels.All(MayBeOfSystem))
                && (peer.Pods is not { } pods || pods.HasExpressions || pods.MatchLabels.All(MayBeOfNames));

    /// <summary>Every address except private networks: hosts there are addressed by name.</summary>
    public static bool IsWorld(NetworkPolicyPeer peer) =>
        peer.Addresses?.Value is "0.0.0.0/0" && Array.TrueForAll(PrivateRanges, taken => peer.Except.Any(except => except.Value == taken));

    private static bool MayBeOfSystem(KubernetesPair label) =>
        label is not { Key: NamespaceName or "name", Value.Value: { } name }
        || name.Contains("system", StringComparison.Ordinal)
        || name.Contains("dns", StringComparison.Ordinal)
        || name.Contains('$', StringComparison.Ordinal);

    private static bool MayBeOfNames(KubernetesPair label) =>
        label is not { Key: "app" or "k8s-app" or "app.kubernetes.io/name", Value.Value: { } name }
        || name.Contains("dns", StringComparison.OrdinalIgnoreCase)
        || name.Contains('$', StringComparison.Ordinal);

    /// <summary>Public ranges hold no cluster DNS; an unread range may hold any.</summary>
    private static bool MayBePrivate(string range)
    {
        var parts = range.Split('.', '/');
        if (parts.Length != 5 || !parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return true;
        }

        var numbers = Array.ConvertAll(parts, part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture));
        // Google's clusters have their Services below 34.118.
        return numbers[4] < 8 || numbers[0] is 10 or 34 or 100 or 169 or 172 or 192 or 198 || numbers[0] >= 240;
    }
}
