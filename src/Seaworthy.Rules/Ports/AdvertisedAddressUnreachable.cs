using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A Kafka broker advertises an address that its clients cannot reach: localhost, or a name nothing answers to.</summary>
internal sealed class AdvertisedAddressUnreachable : Rule<IReadOnlyList<EndpointUse>>
{
    private static readonly string[] Advertised = ["KAFKA_ADVERTISED_LISTENERS", "KAFKA_CFG_ADVERTISED_LISTENERS"];

    private static readonly string[] Bound = ["KAFKA_LISTENERS", "KAFKA_CFG_LISTENERS"];

    private static readonly KafkaListener Default = new("PLAINTEXT", "localhost", 9092);

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/advertised-address-unreachable",
            Title = "Unreachable advertised broker address",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale =
                "Kafka clients connect once to learn the broker's address, then use the advertised one. From there every produce and consume fails.",
            Holds = "Clients can reach the address that the broker advertises.",
        };

    // One line of the broker is wrong, however many clients it has.
    public override IEnumerable<IReadOnlyList<EndpointUse>> Subjects(Deployment deployment) =>
        deployment
            .Endpoints.Where(use =>
                use is { Answer: HostAnswer.Workload, IsUnread: false, Caller: { } caller, Callee: { } callee, Port: not null }
                && !ReferenceEquals(caller, callee)
                && IsMeant(use, caller)
                && Entry(callee, use.Port ?? 0) is not null
            )
            .GroupBy(use => new { Broker = use.Callee, use.Port })
            .Select(same => same.DistinctBy(use => use.Caller).ToList());

    protected override Subject Identify(IReadOnlyList<EndpointUse> subject) =>
        new(subject[0].Callee?.Name ?? subject[0].Subject, Variable(subject[0].Callee, Advertised)?.Span ?? subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<EndpointUse> subject, Deployment deployment)
    {
        var use = subject[0];
        if (
            use.Callee is not { } broker
            || Entry(broker, use.Port ?? 0) is not { } entry
            || (entry.Host is not ("localhost" or "127.0.0.1") && !IsNobody(entry.Host, subject, deployment))
        )
        {
            yield break;
        }

        var place = Variable(broker, Advertised)?.Span ?? broker.Reference?.Span ?? broker.Span;

        var clients = string.Join(", ", subject.Select(client => client.Caller?.Name).Distinct().Take(4));
        yield return Fail(
                place,
                $"{broker.Name} advertises `{entry.Name}://{entry.Host}:{entry.Port}` to clients of `{use.Host}:{use.Port}` ({clients}), {(entry.Host is "localhost" or "127.0.0.1" ? "where localhost is their own container" : $"and nothing answers to `{entry.Host}`")}."
            )
            .Related(subject.Select(client => client.Span), "connects here")
            .Related(Variable(broker, Bound)?.Span)
            .Remedy(
                $"In {place}, advertise {use.Host} to containers and localhost to the host, each with its own listener and port (KAFKA_ADVERTISED_LISTENERS)."
            )
            .VerifyOneGone();
    }

    /// <summary>Without settings, Apache's image uses its own file, written for clients on the same machine.</summary>
    /// <remarks>Source: apache/kafka, docker/server.properties.</remarks>
    private static bool IsAsItCame(Workload broker) =>
        broker is { Public.Name: "apache/kafka", Image: null, Start: null, Mounts.Count: 0, SuppliesMoreBecause: null }
        && !broker.Supplied.Any(variable => variable.Name.StartsWith("KAFKA_", StringComparison.Ordinal));

    /// <summary>A name without a dot that neither a workload of the target nor a client's hosts file has.</summary>
    private static bool IsNobody(string host, IReadOnlyList<EndpointUse> clients, Deployment deployment) =>
        host.Length > 0
        && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        && !host.All(char.IsAsciiDigit)
        && clients.All(client => client.Caller is { UsesHostNetwork: false, ExtraHosts.Count: 0, Kind: TargetKind.Compose })
        && deployment.Targets.Any(target =>
            target.Name == clients[0].Caller?.TargetName
            && target.PartialBecause is null
            && !target.Workloads.SelectMany(workload => workload.HostNames).Contains(host, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>A shared environment file sets the address for databases too.</summary>
    private static bool IsMeant(EndpointUse use, Workload caller) => caller.Public is null || use.Span.File == caller.Span.File;

    /// <summary>The entry that the broker advertises to clients of a port: that of the listener bound to it.</summary>
    internal static KafkaListener? Entry(Workload broker, int port)
    {
        if (IsAsItCame(broker))
        {
            return Default;
        }

        if (Variable(broker, Advertised)?.Value.Text is not { } text)
        {
            return null;
        }

        var advertised = KafkaListener.Parse(text);
        var bound = Variable(broker, Bound)?.Value.Text is { } listeners
            ? KafkaListener.Parse(listeners).FirstOrDefault(entry => entry.Port == port)
            : null;
        return bound is not null ? advertised.FirstOrDefault(entry => entry.Name == bound.Name)
            : Variable(broker, Bound) is null ? advertised.FirstOrDefault(entry => entry.Port == port)
            : null;
    }

    private static SuppliedVariable? Variable(Workload? workload, string[] names) =>
        workload?.Supplied.LastOrDefault(variable => names.Contains(variable.Name) && !workload.Ignores(variable.Name));
}
