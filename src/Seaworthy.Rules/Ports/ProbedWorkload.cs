using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Security;

namespace Seaworthy.Rules.Ports;

/// <summary>A workload and one of its probes.</summary>
internal sealed record ProbedWorkload(Workload Workload, Probe Probe)
{
    /// <summary>Nothing in the repository runs the image: Docker only marks the container unhealthy, and a platform has checks of its own.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Probes inside the container; those from outside go through published ports.</summary>
    public static IEnumerable<ProbedWorkload> Of(Deployment deployment) =>
        Of(deployment.Workloads)
            .Concat(Of(deployment.All<LoneContainer>().Select(lone => lone.Workload)).Select(probed => probed with { IsAlone = true }));

    /// <summary>Another workload waits until it is healthy.</summary>
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

    /// <summary>The verdict for a check that fails to get an answer, lowered if the check passes anyway.</summary>
    public Verdict Counted(Verdict verdict, bool isAnswered, Deployment deployment) =>
        verdict.Outcome is Outcome.Fail or Outcome.Warn && Probe.CannotFailBecause is { } why && (isAnswered || !Probe.NeedsAnAnswer)
            ? verdict with
            {
                Outcome = Outcome.Warn,
                Severity = Severity.Medium,
                Message = $"{verdict.Message} The check still passes: {why}.",
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

    /// <summary>Docker only marks the container unhealthy: nothing waits for its health, and no swarm replaces it.</summary>
    private bool IsIdle(Deployment deployment) =>
        Workload.Kind == TargetKind.Compose
        && !IsAwaited(Workload, deployment)
        && !OpenPorts.AreOfSwarm(Workload, deployment)
        && !deployment.ComposeCalls.Any(call => call.Site.Command.Arguments.Any(word => word.Literal is "--wait"))
        && !deployment.Workloads.Any(other => other.ImageName?.Contains("autoheal", StringComparison.Ordinal) is true);

    public Subject Identity => new(Workload.Name, Probe.Span);
}
