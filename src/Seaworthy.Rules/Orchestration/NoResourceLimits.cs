using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Known;
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
        var lasting = subject
            .Workloads.Where(workload => !workload.IsOneShot && !IsForDevelopment(workload) && !IsRunForATask(workload, deployment))
            .ToList();
        var free = lasting.Where(workload => workload.ResourceLimits is null).ToList();
        if (free.Count > 0)
        {
            var limited = lasting.Where(workload => workload.ResourceLimits is not null).Select(workload => workload.Name).ToList();
            var others = limited.Count == 0 ? "" : $"; {string.Join(", ", limited)} {(limited.Count == 1 ? "has" : "have")} one";
            yield return Warn(
                    free[0].Span,
                    $"Of the services of {subject.Name} that keep running, {free.Count} of {lasting.Count} {(free.Count == 1 ? "has" : "have")} no limit of memory or processors{others}."
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

    private static bool IsForDevelopment(Workload workload) =>
        workload.Profiles.Count > 0 && workload.Profiles.All(ProfileNames.IsForDevelopment);

    /// <summary><c>docker compose run --rm tools make test</c>: it publishes nothing, and is started for a task and gone after it.</summary>
    private static bool IsRunForATask(Workload workload, Deployment deployment) =>
        workload.Ports.Count == 0
        && deployment
            .Commands.Select(site => site.Command)
            .Concat(deployment.Of<Document>().SelectMany(document => document.Commands))
            .Any(command =>
                command.Program is "docker" or "docker-compose" or "podman"
                && command.Words.SkipWhile(word => word.Literal != "run").Any(word => word.Literal == workload.Name)
                && command.Words.Any(word => word.Literal is "compose" or "docker-compose")
            );
}
