using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Pods behind a Service that nothing asks whether they can answer.</summary>
internal sealed class ServedPodWithoutProbe : Rule<Target>
{
    private const int NamesShown = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/served-pod-without-probe",
            IsPractice = true,
            Title = "Pods behind a Service without any probe",
            Area = Area.PortsAndHealth,
            Severity = Severity.Medium,
            Rationale = "They get requests before they can answer, and keep getting them when they hang; a rollout drops some.",
            Holds = "Every pod behind a Service is asked whether it can answer.",
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
                $"{lacking.Count} of {served.Count} workloads behind a Service in {subject.Name} have no probe at all: {names}{(lacking.Count > NamesShown ? "…" : "")}."
            )
            .Related(lacking.Skip(1).Select(workload => workload.Span))
            .Remedy("Add a `readinessProbe` that asks the port the Service forwards to.")
            .Verify(
                $"git grep -nE '(readiness|liveness|startup)Probe:' -- {lacking[0].Span.File.Path}   # must find it beside {lacking[0].Name}"
            );
    }

    private static bool IsServed(Workload workload) => !workload.IsOneShot && workload.Ports.Any(port => !port.IsInformational);
}
