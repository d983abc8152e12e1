using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>Prometheus scrapes a port that speaks another protocol than HTTP: a database, a cache, a broker.</summary>
internal sealed class ScrapeOfOtherProtocol : Rule<EndpointUse>
{
    private static readonly HashSet<string> OtherProtocols = new(StringComparer.Ordinal)
    {
        "amqp",
        "cassandra",
        "fastcgi",
        "kafka",
        "memcached",
        "mongodb",
        "mqtt",
        "mssql",
        "mysql",
        "nats",
        "postgres",
        "redis",
        "smtp",
        "zookeeper",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/scrape-of-other-protocol",
            Title = "Scrape of non-HTTP port",
            Area = Area.Observability,
            Severity = Severity.Medium,
            Rationale = "Prometheus always sees the target as down and gets no metrics.",
            Holds = "The scraped port speaks HTTP.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use => use is { Origin: EndpointOrigin.Scrape, Answer: HostAnswer.Workload } && Known(use) is not null);

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span, subject.Name);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (Known(subject) is { } port && OtherProtocols.Contains(port.Scheme))
        {
            yield return Fail(
                    subject.Span,
                    $"{subject.Subject} scrapes `{subject.Host}:{port.Number}`, which speaks {port.Scheme}, not HTTP."
                )
                .Related(subject.Callee?.Span)
                .Remedy($"Run an exporter for {subject.Callee?.Public?.Name ?? subject.Host}, and scrape that.")
                .VerifyGone();
        }
    }

    private static KnownPort? Known(EndpointUse use) =>
        use.Callee?.Public?.Ports.FirstOrDefault(port => port.Number == use.Port) ?? use.Callee?.KnownAt(use.Port);
}
