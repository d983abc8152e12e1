using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Kubernetes.Commands;

namespace Seaworthy.Cli.Deploying;

/// <summary>What <c>--on</c> and the hosts of an environment may be: hosts that ssh reaches, or one cluster.</summary>
internal static class HostAddresses
{
    public static string Forms => $"{SshAddress.Form}, or {ClusterAddress.Form}";

    public static bool IsCluster(string text) => text.StartsWith(ClusterAddress.Scheme, StringComparison.Ordinal);

    /// <summary>What is wrong with them, behind the name of what takes them; null when nothing is.</summary>
    public static string? Complaint(IReadOnlyList<string> texts)
    {
        var clusters = texts.Where(IsCluster).ToList();
        return clusters.Exists(text => ClusterAddress.Parse(text) is null) ? $"takes {ClusterAddress.Form}"
            : clusters.Count > 0 && texts.Count > 1 ? "takes one cluster, and no host beside it"
            : texts.Any(text => !IsCluster(text) && SshAddress.Parse(text) is null) ? $"takes {Forms}"
            : null;
    }
}
