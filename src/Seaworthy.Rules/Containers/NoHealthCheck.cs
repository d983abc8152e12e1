using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>Nothing asks a served image whether it is well.</summary>
internal sealed class NoHealthCheck : Rule<Image>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/no-health-check",
            Title = "Service that nothing checks",
            Area = Area.PortsAndHealth,
            Severity = Severity.Low,
            Rationale = "A process that hangs keeps its container running: nothing restarts it, waits for it, or takes it out of the way.",
            Holds = "Something checks the service.",
        };

    public override IEnumerable<Image> Subjects(Deployment deployment) =>
        deployment
            .Images.Where(image => !image.IsForDevelopment && IsServed(image, deployment))
            .DistinctBy(image => new { image.Dockerfile, image.Final.Declared });

    protected override Subject Identify(Image subject) => new(subject.Name, subject.Final.Declared.Span);

    protected override IEnumerable<Verdict> Check(Image subject, Deployment deployment)
    {
        var users = deployment.WorkloadsOf(subject).ToList();
        if (HasOwn(subject) || users.Exists(workload => workload.Probes.Count > 0 || IsCheckedElsewhere(workload, deployment)))
        {
            yield break;
        }

        yield return Warn(
                subject.Final.Declared.Span,
                users.Count > 0
                    ? $"{subject.Name} has no HEALTHCHECK, and neither {Names(users)} checks it."
                    : $"{subject.Name} serves a port and has no HEALTHCHECK."
            )
            .As(users.Exists(workload => workload.Environment == TargetEnvironment.Production) ? Severity.Medium : Severity.Low)
            .Related(users.Select(workload => workload.Span).Take(4))
            .Remedy(
                $"Add a HEALTHCHECK to {subject.Dockerfile.File.Path}, a `healthcheck:` to the compose service, or probes to the pod, that asks the service itself."
            )
            .Verify("docker inspect --format '{{.State.Health.Status}}' <container>");
    }

    private static bool IsServed(Image image, Deployment deployment) =>
        image.Final.ExposedPorts.Count > 0
        || deployment.WorkloadsOf(image).Any(workload => !workload.IsOneShot && workload.Ports.Any(port => !port.IsInformational));

    /// <summary>HEALTHCHECK of the last stage or of one below it; NONE counts: somebody decided.</summary>
    private static bool HasOwn(Image image)
    {
        for (var stage = image.Final.Declared; stage is not null; stage = stage.BaseStage)
        {
            if (stage.Healthcheck is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCheckedElsewhere(Workload workload, Deployment deployment) =>
        deployment.Services.Any(service =>
            service.Workloads.Contains(workload, ReferenceEqualityComparer.Instance)
            && service.Workloads.Any(other => other.Probes.Count > 0)
        );

    private static string Names(IReadOnlyList<Workload> users) =>
        string.Join(
            " nor ",
            users.Select(workload => $"{workload.Name} in {workload.TargetName}").Distinct(StringComparer.Ordinal).Take(3)
        );
}
