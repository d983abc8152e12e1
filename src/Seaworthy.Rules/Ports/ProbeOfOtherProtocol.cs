using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check uses HTTP on a port with another protocol: FastCGI, a database's, a cache's.</summary>
internal sealed class ProbeOfOtherProtocol : Rule<ProbedWorkload>
{
    // Not MongoDB: it answers HTTP with a sentence.
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
            Title = "Health check protocol mismatch",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The check always fails: the container stays unhealthy, and services that wait for it never start.",
            Holds = "The probed port speaks HTTP.",
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
                        $"The {subject.Probe.Origin} of {subject.Workload.Name} probes port {port.Number} over HTTP, but the port speaks {port.Scheme}."
                    )
                    .Related(subject.Workload.Image?.Final.Declared.Base.Span ?? subject.Workload.Reference?.Span)
                    .Remedy(
                        port.Scheme == "fastcgi"
                            ? $"Probe the web server in front of it, or call `cgi-fcgi` or `php-fpm-healthcheck` in {subject.Probe.Span}."
                            : $"Use the protocol's own client in {subject.Probe.Span}, or only check that the port is open."
                    )
                    .Verify(TargetCommand.Healthy(subject.Workload, deployment)),
                isAnswered: false,
                deployment
            );
        }
    }

    private static KnownPort? Known(ProbedWorkload subject) => subject.Workload.KnownAt(subject.Probe.Port);
}
