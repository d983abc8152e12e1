using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Workloads of a compose project may take all memory and processors of the host.</summary>
internal sealed class NoResourceLimits : Rule<Target>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/no-resource-limits",
            Title = "Services without resource limits",
            Area = Area.Scaling,
            Severity = Severity.Low,
            Rationale = "One leak takes the memory of the whole host, and the kernel ends whichever process it likes, the database too.",
            Holds = "Every service of the project has a limit of memory or processors.",
        };

    public override IEnumerable<Target> Subjects(Deployment deployment) =>
        deployment.Targets.Where(target =>
            target
                is {
                    Kind: TargetKind.Compose,
                    Environment: TargetEnvironment.Production or TargetEnvironment.Staging or TargetEnvironment.Unstated,
                    PartialBecause: null,
                }
        );

    protected override Subject Identify(Target subject) => new(subject.Name, subject.Files[^1].Whole);

    protected override IEnumerable<Verdict> Check(Target subject, Deployment deployment)
    {
        var free = subject.Workloads.Where(workload => workload is { ResourceLimits: null, IsOneShot: false }).ToList();
        if (free.Count > 0)
        {
            var limited = subject
                .Workloads.Where(workload => workload.ResourceLimits is not null)
                .Select(workload => workload.Name)
                .ToList();
            var others = limited.Count == 0 ? "" : $"; only {string.Join(", ", limited)} {(limited.Count == 1 ? "has" : "have")} one";
            yield return Warn(
                    free[0].Span,
                    $"{free.Count} of {subject.Workloads.Count} services of {subject.Name} have no limit of memory or processors{others}."
                )
                .Related(free.Skip(1).Take(MostPlaces).Select(workload => workload.Span))
                .Related(
                    subject
                        .Workloads.Where(workload => workload.ResourceLimits is not null)
                        .Take(1)
                        .Select(workload => workload.ResourceLimits ?? workload.Span)
                )
                .Remedy(
                    $"Write `deploy: {{ resources: {{ limits: {{ memory: 512M }} }} }}` at {free[0].Span}, with what the service needs."
                )
                .Verify("docker stats --no-stream");
        }
    }
}
