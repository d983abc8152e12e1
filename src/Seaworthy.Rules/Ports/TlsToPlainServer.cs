using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>An address demands TLS of a server whose image speaks none until it is configured, and nothing configures it.</summary>
/// <remarks>
/// Sources: Redis, "TLS"; RabbitMQ, "TLS Support"; Neo4j Operations Manual, "SSL framework"; PostgreSQL, "Secure TCP/IP Connections with SSL" (<c>ssl</c> is off).
/// </remarks>
internal sealed class TlsToPlainServer : Rule<EndpointUse>
{
    // What a server with certificates is given, in names of variables, words of commands or paths of mounts.
    private static readonly string[] Signs = ["tls", "ssl", "cert"];

    // Where a file is mounted that may configure anything.
    private static readonly string[] Files = [".pem", "conf"];

    private static readonly string[] PostgresModes = ["sslmode=require", "sslmode=verify", "ssl=true"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/tls-to-plain-server",
            Title = "TLS to plain-text server",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The server answers the TLS handshake with plain text or closes the connection: nothing connects.",
            Holds = "Addresses demand TLS only of servers that speak it.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment
            .Endpoints.Where(use =>
                use is { Answer: HostAnswer.Workload, Callee: { Image: null, Public: not null, Kind: TargetKind.Compose } callee }
                && Demand(use)?.Image == callee.Public?.Name
            )
            .DistinctBy(use => use.Span);

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span, subject.Name);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        if (subject.Callee is not { Public: { } image } callee || Demand(subject) is not { } demand || IsConfigured(callee))
        {
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"{subject.Subject} demands TLS of `{subject.Host}` (`{demand.Words}`), but nothing configures a certificate for {image.Name} there."
            )
            .Related(callee.Span, "the server")
            .Remedy($"Write `{demand.Instead}` in {subject.Span}, or give {callee.Name} a certificate.")
            .VerifyGone();
    }

    /// <summary>What demands TLS, and of which image.</summary>
    private static TlsDemand? Demand(EndpointUse use) =>
        use.Scheme switch
        {
            "rediss" => new("redis", "rediss://", "redis://"),
            "amqps" => new("rabbitmq", "amqps://", "amqp://"),
            "neo4j+s" or "neo4j+ssc" => new("neo4j", use.Scheme + "://", "neo4j://"),
            "bolt+s" or "bolt+ssc" => new("neo4j", use.Scheme + "://", "bolt://"),
            "postgres" or "postgresql" => Mode(use) is { } mode ? new("postgres", mode, "sslmode=disable") : null,
            _ => null,
        };

    private static string? Mode(EndpointUse use) =>
        use.Caller?.Supplied.FirstOrDefault(variable => variable.Name == use.Variable)?.Value.Text is { } address
            ? Array.Find(PostgresModes, mode => address.Contains(mode, StringComparison.OrdinalIgnoreCase))
            : null;

    private static bool IsConfigured(Workload server) =>
        server.Supplied.Any(variable => HasSign(variable.Name))
        || server.Mounts.Any(mount =>
            HasSign(mount.Path) || Array.Exists(Files, name => mount.Path.Contains(name, StringComparison.Ordinal))
        )
        || server.Start?.Commands.Any(command => HasSign(command.Text)) is true;

    private static bool HasSign(string text) => Array.Exists(Signs, sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));

    private sealed record TlsDemand(string Image, string Words, string Instead);
}
