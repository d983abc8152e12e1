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
            Title = "Ineffective health check",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Rationale = "A broken process counts as healthy: nothing restarts it, and services waiting for it start too early.",
            Holds = "The check can fail.",
        };

    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload.Of(deployment).Where(probed => !IsForShow(probed.Workload, deployment));

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        if (subject.Probe.CannotFailBecause is { } why)
        {
            // Such a check still notices that the process is gone.
            var blindness = subject.Probe.NeedsAnAnswer ? "passes for every answer" : "cannot fail";
            yield return Warn(subject.Probe.Span, $"The {subject.Probe.Origin} of {subject.Workload.Name} {blindness}: {why}.")
                .Remedy($"End the check in {subject.Probe.Span} with the status of the request, for example `curl -fsS URL`.")
                .VerifyGone();
        }
    }

    /// <summary>A loop that only prints and sleeps, and that nothing waits for: there is nothing to check, and when it ends the container ends.</summary>
    private static bool IsForShow(Workload workload, Deployment deployment) =>
        workload is { Ports.Count: 0, Start.Commands: { Count: > 0 } commands }
        && commands.Any(command => command.Program == "sleep")
        && commands.All(command => command.Program is "echo" or "printf" or "date" or "sleep" or "true" or ":")
        && !ProbedWorkload.IsAwaited(workload, deployment);
}
