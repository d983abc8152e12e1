using System.Globalization;
using System.Text.RegularExpressions;

namespace Seaworthy.Deploying.Planning;

/// <summary>For which hosts a service answers, and where the proxy ends TLS for it.</summary>
internal static partial class DomainRendering
{
    private const int Https = 443;
    private const int LongestHost = 253;

    /// <param name="service">Its name.</param>
    /// <param name="ports">What it publishes.</param>
    /// <param name="label">The value of a label; null where the file has none.</param>
    /// <param name="problems">Receives why it cannot be.</param>
    public static ServiceDomain? Of(string service, IReadOnlyList<PublishedPort> ports, Func<string, string?> label, List<string> problems)
    {
        var (tls, hsts) = (label("seaworthy.tls"), label("seaworthy.hsts"));
        if (label("seaworthy.domain") is not { } text)
        {
            if ((tls ?? hsts) is not null)
            {
                problems.Add(
                    $"{service} has the label {(tls is null ? "seaworthy.hsts" : "seaworthy.tls")} and no seaworthy.domain: name its hosts"
                );
            }

            return null;
        }

        IReadOnlyList<string> hosts = [.. text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (hosts.Count == 0)
        {
            problems.Add($"{service} has seaworthy.domain without a host: name one, or take the label out");
        }

        problems.AddRange(hosts.Where(host => !IsHost(host)).Select(host => $"{service} has the domain '{host}', {Complaint(host)}"));
        var time = hsts is null ? null : ShortTime.Parse(hsts);
        if (hsts is not null && time is null)
        {
            problems.Add($"{service} has seaworthy.hsts '{hsts}', which is no time such as 30d");
        }

        var port = ports.FirstOrDefault(each =>
            each.Protocol == "tcp" && each.Published.ToString(CultureInfo.InvariantCulture) == (tls ?? $"{Https}")
        );
        if (port is null && tls is not null)
        {
            problems.Add($"{service} has seaworthy.tls '{tls}', and publishes no such port");
        }
        else if (port is null && ports.Count > 0)
        {
            problems.Add($"{service} has seaworthy.domain and publishes no port 443: publish it, or name another one with seaworthy.tls");
        }

        return new ServiceDomain(hosts) { Port = port, Hsts = time };
    }

    /// <summary>What is wrong with domains when all services are known: each a sentence.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<ServiceDefinition> services)
    {
        var named = services.Where(service => service.Domain is not null).ToList();
        return
        [
            .. named
                .Where(service => service.Order == UpdateOrder.StopFirst)
                .Select(service =>
                    $"{service.Name} has seaworthy.domain and is updated stop-first, since {service.OrderBecause}: the proxy, which ends TLS, stands before others alone"
                ),
            .. named.Where(service => service.Order == UpdateOrder.StartFirst).Select(Unled).OfType<string>(),
            .. named
                .SelectMany(service => service.Domain?.Hosts ?? [], (service, host) => new { service.Name, host })
                .GroupBy(each => each.host)
                .Where(group => group.Count() > 1)
                .Select(group => $"{string.Join(" and ", group.Select(each => each.Name))} have the domain {group.Key}"),
            .. named.All(service => service.Domain?.Port is null)
                ? named.Take(1).Select(service => $"{service.Name} has seaworthy.domain, and no service publishes a port on which TLS ends")
                : [],
        ];
    }

    private static string? Unled(ServiceDefinition service) =>
        service.Domain?.Inside(service) is not { } inside
            ? $"{service.Name} has seaworthy.domain and listens on {string.Join(", ", service.Listens.Select(port => port.Number))}: publish the port that its hosts lead to"
        : service.Listens.Any(port => port.Number == inside && port.IsHttp) ? null
        : $"{service.Name} has seaworthy.domain, and its port {inside.ToString(CultureInfo.InvariantCulture)} does not speak HTTP";

    private static bool IsHost(string host) => host.Length <= LongestHost && HostName().IsMatch(host);

    private static string Complaint(string host) =>
        host.StartsWith("*.", StringComparison.Ordinal)
            ? "and every host has to be named"
            : "which is no host name: letters, digits and hyphens between dots, others as xn--";

    // What is matched stands in the file of the proxy and in names of files.
    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\\z", RegexOptions.NonBacktracking)]
    private static partial Regex HostName();
}
