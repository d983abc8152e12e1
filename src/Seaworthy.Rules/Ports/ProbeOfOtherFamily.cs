using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check uses localhost, which resolves to ::1 first, and nginx listens on IPv4 only.</summary>
internal sealed class ProbeOfOtherFamily : Rule<LocalhostProbe>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-of-other-family",
            Title = "Health check IPv6 mismatch",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "The check fails while the site works: the container stays unhealthy, and services that wait for it never start.",
            Holds = "nginx listens on IPv6 too.",
        };

    public override IEnumerable<LocalhostProbe> Subjects(Deployment deployment) =>
        deployment.All<LocalhostProbe>().DistinctBy(subject => new { subject.Probe.Span, subject.Listen });

    protected override Subject Identify(LocalhostProbe subject) => new(subject.Workload.Name, subject.Probe.Span);

    protected override IEnumerable<Verdict> Check(LocalhostProbe subject, Deployment deployment)
    {
        if (!subject.ListensOnSix)
        {
            var verdict = LikelyFail(
                    subject.Probe.Span,
                    $"The {subject.Probe.Origin} of {subject.Workload.Name} always fails: BusyBox wget resolves `localhost` to ::1, and nginx listens on IPv4 only."
                )
                .Related(subject.Listen, "listens here")
                .Remedy(
                    $"Use `127.0.0.1` in {subject.Probe.Span}, or add `listen [::]:{subject.Probe.Port ?? 80};` beside {subject.Listen}."
                )
                .Verify(TargetCommand.Healthy(subject.Workload, deployment));
            yield return new ProbedWorkload(subject.Workload, subject.Probe).Counted(verdict, isAnswered: false, deployment);
        }
    }
}
