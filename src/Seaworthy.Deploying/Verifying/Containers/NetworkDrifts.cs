using System.Globalization;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Verifying.Containers;

/// <summary>The networks and published ports of a container held against what is declared. Pure.</summary>
internal static class NetworkDrifts
{
    /// <param name="declared">The networks with the names in them.</param>
    /// <param name="container">What runs.</param>
    /// <param name="hasNames">The container answers to the names itself.</param>
    public static IEnumerable<string> Of(IReadOnlyList<NetworkAttachment> declared, ObservedContainer container, bool hasNames)
    {
        foreach (var network in declared)
        {
            if (!container.Addresses.ContainsKey(network.Network))
            {
                yield return $"{container.Name} is not in the network {network.Network}";
            }
            else if (
                hasNames
                && container.Names.TryGetValue(network.Network, out var names)
                && network.Names.Except(names).ToList() is [_, ..] lacking
            )
            {
                yield return $"{container.Name} does not answer to {string.Join(", ", lacking)} in the network {network.Network}";
            }
        }

        if (declared.Count > 0)
        {
            foreach (var network in container.Addresses.Keys.Where(name => declared.All(each => each.Network != name)))
            {
                yield return $"{container.Name} is in the network {network}, which is not declared";
            }
        }
    }

    /// <param name="declared">As <c>docker create --publish</c> takes them.</param>
    /// <param name="container">What runs.</param>
    public static IEnumerable<string> OfPorts(IEnumerable<string> declared, ObservedContainer container)
    {
        // A container that was read without them says nothing.
        if (container.Published is not { } published)
        {
            yield break;
        }

        var wanted = declared.Select(Plain).ToList();
        foreach (var port in wanted.Except(published))
        {
            yield return $"{container.Name} does not publish {port}";
        }

        foreach (var port in published.Except(wanted))
        {
            yield return $"{container.Name} publishes {port}, which is not declared";
        }
    }

    /// <summary>All addresses are no address.</summary>
    private static string Plain(string port) =>
        port.StartsWith("0.0.0.0:", StringComparison.Ordinal)
            ? port["0.0.0.0:".Length..]
            : port.Replace("/tcp", "", StringComparison.Ordinal);

    /// <summary>As <c>docker create --publish</c> takes it.</summary>
    /// <param name="address">Of the host; empty for all.</param>
    /// <param name="published">Of the host.</param>
    /// <param name="inside">As <c>8080/tcp</c>.</param>
    public static string Written(string address, string published, string inside) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(address is "" or "0.0.0.0" or "::" ? "" : (address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address) + ":")}{published}:{inside.Replace("/tcp", "", StringComparison.Ordinal)}"
        );
}
