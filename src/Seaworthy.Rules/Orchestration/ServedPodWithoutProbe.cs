using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Pods behind a Service without a probe.</summary>
internal sealed class ServedPodWithoutProbe : Rule<Target>
{
    private const int NamesShown = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/served-pod-without-probe",
            IsPractice = true,
            Title = "Missing pod probe",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Rationale = "The pods get requests before they can answer and while they hang, and every rollout drops some.",
            Holds = "Every pod behind a Service has a probe.",
        };

    public override IEnumerable<Target> Subjects(Deployment deployment) =>
        deployment.Targets.Where(target =>
            target is { Kind: TargetKind.Kubernetes, PartialBecause: null } && target.Workloads.Any(IsServed)
        );

    protected override Subject Identify(Target subject) => new(subject.Name, subject.Workloads.First(IsServed).Span);

    protected override IEnumerable<Verdict> Check(Target subject, Deployment deployment)
    {
        var served = subject.Workloads.Where(IsServed).ToList();
        var lacking = served.FindAll(workload => workload.Probes.Count == 0);
        if (lacking.Count == 0)
        {
            yield break;
        }

        var names = string.Join(", ", lacking.Take(NamesShown).Select(workload => workload.Name));
        yield return Warn(
                lacking[0].Span,
                $"{lacking.Count} of {served.Count} workloads behind a Service in {subject.Name} {(lacking.Count == 1 ? "has" : "have")} no probe: {names}{(lacking.Count > NamesShown ? "…" : "")}."
            )
            .Related(lacking.Skip(1).Select(workload => workload.Span))
            .Remedy("Add a `readinessProbe` for the target port of the Service.")
            .Verify(
                $"git grep -nE '(readiness|liveness|startup)Probe:' -- {lacking[0].Span.File.Path}   # must find it beside {lacking[0].Name}"
            );
    }

    private static bool IsServed(Workload workload) => !workload.IsOneShot && workload.Ports.Any(port => !port.IsInformational);
}
