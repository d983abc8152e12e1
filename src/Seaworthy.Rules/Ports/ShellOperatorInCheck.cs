using Seaworthy.Model;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check that no shell runs holds an operator of the shell.</summary>
internal sealed class ShellOperatorInCheck : Rule<ProbedWorkload>
{
    // Each takes what follows for more addresses or commands, fails at it, and says so with its status.
    private static readonly string[] Failing = ["curl", "wget", "pg_isready", "mysqladmin", "mariadb-admin"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/shell-operator-in-check",
            Title = "Health check with an operator of the shell, and no shell",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale =
                "The container is never healthy: what waits for it does not start, and an orchestrator replaces it again and again.",
            Holds = "The check needs no shell, or has one.",
        };

    // A check is told once, whatever it asks for.
    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload.Of(deployment).Where(subject => subject.Probe.Clients.Count > 0).DistinctBy(subject => subject.Probe.Span);

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        if (subject.Probe is not { StrayOperator: { } stray, Clients: [var client, ..] } probe)
        {
            yield break;
        }

        var isFailing = Failing.Contains(client.Value);
        var message =
            $"{probe.Origin} of {subject.Workload.Name} runs {client.Value} without a shell: it gets `{stray.Value}` and what follows as arguments{(isFailing ? ", fails at them, and the container is never healthy" : "")}.";
        yield return (isFailing ? Fail(probe.Span, message) : Warn(probe.Span, message))
            .Remedy(
                $"Leave `{stray.Value}` and what follows out of {probe.Span}, or let a shell run it: `[\"CMD-SHELL\", \"… || exit 1\"]` in compose, `sh -c` elsewhere."
            )
            .Verify($"docker inspect --format '{{{{.State.Health.Status}}}}' {subject.Workload.Name}");
    }
}
