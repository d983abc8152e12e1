using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Security;

namespace Seaworthy.Rules.Ports;

/// <summary>A workload and one of its probes.</summary>
internal sealed record ProbedWorkload(Workload Workload, Probe Probe)
{
    /// <summary>Nothing in the repository runs the image: Docker marks the container unhealthy and leaves it running, and a platform with checks of its own never asks.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Probes that a container puts to itself; those of a smoke test from outside go through published ports.</summary>
    public static IEnumerable<ProbedWorkload> Of(Deployment deployment) =>
        Of(deployment.Workloads)
            .Concat(Of(deployment.All<LoneContainer>().Select(lone => lone.Workload)).Select(probed => probed with { IsAlone = true }));

    /// <summary>Something is only started when it is healthy.</summary>
    public static bool IsAwaited(Workload workload, Deployment deployment) =>
        deployment.Workloads.Any(other =>
            other.TargetName == workload.TargetName
            && other.DependsOn.Any(awaited => awaited is { Condition: "service_healthy" } && awaited.Name == workload.Name)
        );

    private static IEnumerable<ProbedWorkload> Of(IEnumerable<Workload> workloads) =>
        from workload in workloads
        from probe in workload.Probes
        where probe.Host is null or "localhost" or "127.0.0.1" or "0.0.0.0" or "::1"
        select new ProbedWorkload(workload, probe);

    /// <summary>A failure to answer, as it counts: a check that passes all the same restarts and holds up nobody.</summary>
    public Verdict Counted(Verdict verdict, bool isAnswered, Deployment deployment) =>
        verdict.Outcome is Outcome.Fail or Outcome.Warn && Probe.CannotFailBecause is { } why && (isAnswered || !Probe.NeedsAnAnswer)
            ? verdict with
            {
                Outcome = Outcome.Warn,
                Severity = Severity.Medium,
                Message = $"{verdict.Message.TrimEnd('.')}; the check passes all the same: {why}.",
            }
        : IsAlone || IsIdle(deployment) ? Idle(verdict)
        : verdict;

    /// <summary>A check that the target itself declares is meant for it, and never succeeds; one that comes with the image is for other targets.</summary>
    private Verdict Idle(Verdict verdict)
    {
        var isDeclared = verdict.Outcome == Outcome.Fail && !IsAlone && Probe.Span.File == Workload.Span.File;
        var most = isDeclared ? Severity.High : Severity.Medium;
        return verdict.Severity > most ? verdict.As(most) : verdict;
    }

    /// <summary>Docker marks the container unhealthy and leaves it running: nothing waits for its health, and no swarm replaces it.</summary>
    private bool IsIdle(Deployment deployment) =>
        Workload.Kind == TargetKind.Compose
        && !IsAwaited(Workload, deployment)
        && !OpenPorts.AreOfSwarm(Workload, deployment)
        && !deployment.ComposeCalls.Any(call => call.Site.Command.Arguments.Any(word => word.Literal is "--wait"))
        && !deployment.Workloads.Any(other => other.ImageName?.Contains("autoheal", StringComparison.Ordinal) is true);

    public Subject Identity => new(Workload.Name, Probe.Span);
}
