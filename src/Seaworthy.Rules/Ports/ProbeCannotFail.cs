using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check that passes whatever happens.</summary>
internal sealed class ProbeCannotFail : Rule<ProbedWorkload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-cannot-fail",
            Title = "Health check that cannot fail",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Rationale =
                "What answers with errors counts as healthy: nobody restarts it for that, and whoever waits for it goes on too early.",
            Holds = "The check can fail.",
        };

    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload.Of(deployment).Where(probed => !IsForShow(probed.Workload, deployment));

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        if (subject.Probe.CannotFailBecause is { } why)
        {
            // A process that is gone answers nothing, which that one sees.
            var blindness = subject.Probe.NeedsAnAnswer ? "passes whatever is answered" : "cannot fail";
            yield return Warn(subject.Probe.Span, $"{subject.Probe.Origin} of {subject.Workload.Name} {blindness}: {why}.")
                .Remedy($"Let the check in {subject.Probe.Span} end with the status of the request, for example `curl -fsS URL`.")
                .VerifyGone();
        }
    }

    /// <summary>A loop that only speaks and sleeps, for which nobody waits: there is nothing to ask it, and its end is that of the container.</summary>
    private static bool IsForShow(Workload workload, Deployment deployment) =>
        workload is { Ports.Count: 0, Start.Commands: { Count: > 0 } commands }
        && commands.Any(command => command.Program == "sleep")
        && commands.All(command => command.Program is "echo" or "printf" or "date" or "sleep" or "true" or ":")
        && !ProbedWorkload.IsAwaited(workload, deployment);
}
