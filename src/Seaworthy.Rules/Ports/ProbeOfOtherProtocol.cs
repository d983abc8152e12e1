using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check asks over HTTP where the process speaks another protocol: FastCGI, that of a database, of a cache.</summary>
internal sealed class ProbeOfOtherProtocol : Rule<ProbedWorkload>
{
    // MongoDB is not among them: it answers HTTP with a sentence.
    private static readonly HashSet<string> OtherProtocols = new(StringComparer.Ordinal)
    {
        "amqp",
        "fastcgi",
        "memcached",
        "mssql",
        "mysql",
        "postgres",
        "redis",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-of-other-protocol",
            Title = "HTTP check of a port that does not speak HTTP",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The check fails however well the process is: the container counts as unhealthy for ever, and what waits for it never starts.",
            Holds = "The port that is asked over HTTP speaks HTTP.",
        };

    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload.Of(deployment).Where(subject => subject.Probe.Kind == ProbeKind.Http && Known(subject) is not null);

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        if (Known(subject) is { } port && OtherProtocols.Contains(port.Scheme))
        {
            yield return subject.Counted(
                Fail(
                        subject.Probe.Span,
                        $"{subject.Probe.Origin} of {subject.Workload.Name} asks port {port.Number} over HTTP, which speaks {port.Scheme}: the container is never healthy."
                    )
                    .Related(subject.Workload.Image?.Final.Declared.Base.Span ?? subject.Workload.Reference?.Span)
                    .Remedy(
                        port.Scheme == "fastcgi"
                            ? $"Ask the web server in front of it, or call `cgi-fcgi` or `php-fpm-healthcheck` in {subject.Probe.Span}."
                            : $"Ask with a client of its own, or for the open port alone, in {subject.Probe.Span}."
                    )
                    .Verify(TargetCommand.Healthy(subject.Workload, deployment)),
                isAnswered: false,
                deployment
            );
        }
    }

    private static KnownPort? Known(ProbedWorkload subject) => subject.Workload.KnownAt(subject.Probe.Port);
}
