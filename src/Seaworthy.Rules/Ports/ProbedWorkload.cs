using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A workload and one of its probes.</summary>
internal sealed record ProbedWorkload(Workload Workload, Probe Probe)
{
    /// <summary>Probes that a container puts to itself; those of a smoke test from outside go through published ports.</summary>
    public static IEnumerable<ProbedWorkload> Of(Deployment deployment) =>
        from workload in deployment.Workloads
        from probe in workload.Probes
        where probe.Host is null or "localhost" or "127.0.0.1" or "0.0.0.0" or "::1"
        select new ProbedWorkload(workload, probe);

    /// <summary>A failure to answer, as it counts: a check that passes all the same restarts and holds up nobody.</summary>
    public Verdict Counted(Verdict verdict, bool isAnswered)
    {
        return verdict.Outcome == Outcome.Fail && Probe.CannotFailBecause is { } why && (isAnswered || !Probe.NeedsAnAnswer)
            ? verdict with
            {
                Outcome = Outcome.Warn,
                Severity = Severity.Medium,
                Message = $"{verdict.Message.TrimEnd('.')}; the check passes all the same: {why}.",
            }
            : verdict;
    }

    public Subject Identity => new(Workload.Name, Probe.Span);
}
