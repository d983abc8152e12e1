using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check asks localhost, whose first address is of IPv6, and nginx listens on those of IPv4.</summary>
internal sealed class ProbeOfOtherFamily : Rule<LocalhostProbe>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-of-other-family",
            Title = "Health check that asks the other localhost",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale =
                "The check is refused while the site is served: the container counts as unhealthy for ever, and what waits for it never starts.",
            Holds = "nginx listens on the addresses of IPv6, too.",
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
                    $"{subject.Probe.Origin} of {subject.Workload.Name} asks `localhost` with BusyBox's wget, which tries ::1 alone where that is there, and nginx listens on addresses of IPv4 only: the check is refused."
                )
                .Related(subject.Listen, "it listens here")
                .Remedy(
                    $"Ask `127.0.0.1` in {subject.Probe.Span}, or add `listen [::]:{subject.Probe.Port ?? 80};` beside {subject.Listen}."
                )
                .Verify(TargetCommand.Healthy(subject.Workload, deployment));
            yield return new ProbedWorkload(subject.Workload, subject.Probe).Counted(verdict, isAnswered: false, deployment);
        }
    }
}
