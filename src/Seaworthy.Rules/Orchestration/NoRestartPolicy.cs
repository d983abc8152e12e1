using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Services of a production compose project stay down after they exit.</summary>
internal sealed class NoRestartPolicy : Rule<Target>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/no-restart-policy",
            IsPractice = true,
            Title = "Missing restart policy",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Rationale = "After a crash or a reboot of the host the container stays down until somebody notices.",
            Holds = "Every service of the project has a restart policy.",
        };

    public override IEnumerable<Target> Subjects(Deployment deployment) =>
        deployment.Targets.Where(target =>
            target is { Kind: TargetKind.Compose or TargetKind.Docker, Environment: TargetEnvironment.Production, PartialBecause: null }
        );

    protected override Subject Identify(Target subject) => new(subject.Name, subject.Files[^1].Whole);

    protected override IEnumerable<Verdict> Check(Target subject, Deployment deployment)
    {
        var left = subject
            .Workloads.Where(workload => workload is { IsOneShot: false, Profiles.Count: 0, Restart: null or { Value: "no" or "none" } })
            .ToList();
        if (left.Count > 0)
        {
            var place = left[0].Span;
            yield return Warn(
                    place,
                    $"{string.Join(", ", left.Select(workload => workload.Name))} in {subject.Name} {(left.Count == 1 ? "has" : "have")} no restart policy."
                )
                .Related(left.Skip(1).Select(workload => workload.Span))
                .Remedy(
                    $"Add `{(subject.Kind == TargetKind.Docker ? "--restart unless-stopped" : "restart: unless-stopped")}` at {place}{(left.Count > 1 ? " and the others" : "")}."
                )
                .Verify(
                    subject.Kind == TargetKind.Docker
                        ? (CommandText)
                            $"docker inspect --format '{{{{.HostConfig.RestartPolicy.Name}}}}' {left[0].Name}   # must not say no"
                        : $"{TargetCommand.Compose(subject.Name, deployment)} config {left[0].Name} | grep -E 'restart:|restart_policy:'"
                );
        }
    }
}
