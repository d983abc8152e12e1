using System.Globalization;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>The ports of a service as numbers.</summary>
internal static class PortRendering
{
    private const int MostOfRange = 200;

    // What a proxy that reads HTTP would break: TLS, gRPC without TLS, mail, shells, brokers, databases.
    private static readonly IReadOnlySet<int> NotPlainHttp = new HashSet<int>
    {
        21,
        22,
        25,
        53,
        110,
        143,
        443,
        465,
        587,
        853,
        993,
        995,
        1883,
        2222,
        3306,
        5222,
        5432,
        5671,
        5672,
        6379,
        6443,
        6667,
        8443,
        8883,
        9443,
        27017,
        50051,
    };

    public static IEnumerable<PublishedPort> Of(ComposeService service, VariableFilling filling, List<string> problems) =>
        service.Ports.SelectMany(port => Of(service.Name.Value, port, filling, problems));

    /// <summary>What others of the project reach: published ports, those that are exposed, and those on which its process is known to listen.</summary>
    /// <param name="workload">The service.</param>
    /// <param name="published">Its ports of the host.</param>
    /// <param name="isNeeded">Others start after it: where nothing else is known, they ask for what its health check asks for.</param>
    public static IReadOnlyList<ServicePort> Listening(Workload workload, IReadOnlyList<PublishedPort> published, bool isNeeded)
    {
        var numbers = published
            .Where(port => port.Protocol == "tcp")
            .Select(port => port.Container)
            .Concat(workload.Ports.Where(port => port.Protocol != "udp").Select(port => port.Container))
            .Concat(workload.Listens.Ports.Where(port => !port.IsLoopback).Select(port => port.Port))
            .Distinct()
            .Order()
            .ToList();
        return
        [
            .. (numbers.Count == 0 && isNeeded ? Probed(workload) : numbers).Select(number => new ServicePort(
                number,
                IsHttp(workload, number)
            )),
        ];
    }

    private static IEnumerable<int> Probed(Workload workload) =>
        workload
            .Probes.Where(probe => probe is { Kind: ProbeKind.Http, Host: null or "localhost" or "127.0.0.1" or "[::1]" or "0.0.0.0" })
            .Select(probe => probe.Port)
            .OfType<int>()
            .Distinct();

    private static bool IsHttp(Workload workload, int number) =>
        workload.KnownAt(number) is { } known ? known.Scheme == "http"
        : workload.Listens.Ports.FirstOrDefault(port => port.Port == number) is { Protocol: { } protocol } ? protocol == "http"
        : !NotPlainHttp.Contains(number);

    private static IEnumerable<PublishedPort> Of(string service, ComposePort port, VariableFilling filling, List<string> problems)
    {
        var text =
            filling.Text(port.Text)
            ?? string.Join(
                ':',
                new[] { filling.Text(port.HostIp), filling.Text(port.Published), filling.Text(port.Target) }.OfType<string>()
            );
        var protocol = text.Split('/') is [_, var named] ? named : filling.Text(port.Protocol) ?? "tcp";
        var words = text.Split('/')[0].Split(':');
        if (words.Length < 2)
        {
            // The host picks a port anew each time: only the process on it is of interest.
            return [];
        }

        var address = words.Length > 2 ? string.Join(':', words[..^2]) : null;
        if (Range(words[^2]) is not { } outside || Range(words[^1]) is not { } inside || inside.Count != outside.Count)
        {
            problems.Add(
                filling.Unset(port.Text, port.HostIp, port.Published, port.Target) is [_, ..] unset
                    ? $"{service} publishes a port ({port.Span}) that names {string.Join(" and ", unset)}: set {(unset.Count == 1 ? "it" : "them")} in .env or in the environment"
                    : $"{service} publishes '{text}' ({port.Span}), which is no pair of ports"
            );
            return [];
        }

        return outside.Zip(inside, (published, container) => new PublishedPort(published, container, address, protocol));
    }

    private static IReadOnlyList<int>? Range(string text)
    {
        var ends = text.Split('-');
        return
            ends.Length <= 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first is > 0 and <= ushort.MaxValue
            && last >= first
            && last <= ushort.MaxValue
            && last - first < MostOfRange
            ? [.. Enumerable.Range(first, last - first + 1)]
            : null;
    }
}
