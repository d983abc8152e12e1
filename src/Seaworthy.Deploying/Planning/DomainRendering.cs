using System.Globalization;
using System.Text.RegularExpressions;
using Seaworthy.Deploying.Certificates;

namespace Seaworthy.Deploying.Planning;

/// <summary>For which hosts a service answers, and where the proxy ends TLS for it.</summary>
internal static partial class DomainRendering
{
    public const int Https = 443;
    private const int LongestHost = 253;

    /// <summary>Labels that say something of a domain.</summary>
    private static readonly string[] OfDomains = ["seaworthy.tls", "seaworthy.hsts", "seaworthy.acme", "seaworthy.acme-directory"];

    /// <param name="service">Its name.</param>
    /// <param name="ports">What it publishes.</param>
    /// <param name="label">The value of a label; null where the file has none.</param>
    /// <param name="problems">Receives why it cannot be.</param>
    public static ServiceDomain? Of(string service, IReadOnlyList<PublishedPort> ports, Func<string, string?> label, List<string> problems)
    {
        var (tls, hsts) = (label("seaworthy.tls"), label("seaworthy.hsts"));
        if (label("seaworthy.domain") is not { } text)
        {
            if (OfDomains.FirstOrDefault(name => label(name) is not null) is { } alone)
            {
                problems.Add($"{service} has the label {alone} and no seaworthy.domain: name its hosts");
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

        return new ServiceDomain(hosts)
        {
            Port = port,
            Hsts = time,
            Acme = Account(service, label, problems),
        };
    }

    private static AcmeAccount? Account(string service, Func<string, string?> label, List<string> problems)
    {
        var (email, directory) = (label("seaworthy.acme"), label("seaworthy.acme-directory"));
        if (email is null)
        {
            if (directory is not null)
            {
                problems.Add($"{service} has seaworthy.acme-directory and no seaworthy.acme: name the mail address of the account");
            }

            return null;
        }

        if (!Email().IsMatch(email))
        {
            problems.Add($"{service} has seaworthy.acme '{email}', which is no mail address such as ops@shop.example");
        }

        // The key of the account signs every question, and nobody on the way may change an answer.
        if (directory is not null && !(Uri.TryCreate(directory, UriKind.Absolute, out var url) && url is { Scheme: "https", UserInfo: "" }))
        {
            problems.Add($"{service} has a seaworthy.acme-directory that is no address of https without a name and a password");
        }

        return new AcmeAccount(email, directory ?? AcmeAccount.LetsEncrypt);
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
            .. Unasked(named),
            .. named.All(service => service.Domain?.Port is null)
                ? named.Take(1).Select(service => $"{service.Name} has seaworthy.domain, and no service publishes a port on which TLS ends")
                : [],
        ];
    }

    /// <summary>Why nobody could order certificates: each a sentence.</summary>
    private static IEnumerable<string> Unasked(List<ServiceDefinition> named)
    {
        var ordering = named.Where(service => service.Domain?.Acme is not null).ToList();
        if (ordering.DistinctBy(service => service.Domain?.Acme).ToList() is [var one, var other, ..])
        {
            yield return $"{one.Name} and {other.Name} have different accounts in seaworthy.acme or seaworthy.acme-directory: a project has one";
        }

        if (ordering is [var first, ..] && !named.Any(HasPlainPort))
        {
            yield return $"{first.Name} has seaworthy.acme, and the server asks for its hosts without TLS: publish port 80 as well, for the port that 443 leads to";
        }
    }

    private static bool HasPlainPort(ServiceDefinition service) =>
        service.Domain?.Port is { } tls
        && service.Ports.Any(port => port.Protocol == "tcp" && port.Container == tls.Container && port.Published != tls.Published);

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

    // It becomes a name of a directory and a word of a command line.
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.!#$%&'*+=?^_`{|}~-]*@[A-Za-z0-9.-]+\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Email();
}
