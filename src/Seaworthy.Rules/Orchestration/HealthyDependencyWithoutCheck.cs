using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A service waits until another is healthy, and that one has no health check.</summary>
internal sealed class HealthyDependencyWithoutCheck : Rule<HealthyDependencyWithoutCheck.Waiting>
{
    // No image with one of these roles has its own health check.
    private static readonly HashSet<ImageRole> WithoutOwnCheck =
    [
        ImageRole.System,
        ImageRole.Runtime,
        ImageRole.DataStore,
        ImageRole.Cache,
        ImageRole.Broker,
        ImageRole.WebServer,
        ImageRole.Identity,
        ImageRole.Search,
        ImageRole.Secrets,
        ImageRole.ObjectStore,
    ];

    // Of these roles some images have one: openzipkin/zipkin, kong, axllent/mailpit.
    private static readonly string[] OthersWithoutOwnCheck =
    [
        "grafana/",
        "prom/",
        "jaegertracing/",
        "otel/",
        "traefik",
        "haproxy",
        "envoyproxy/",
        "mailhog/",
        "adminer",
        "phpmyadmin",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/healthy-dependency-without-check",
            Title = "Dependency without health check",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Compose fails with `container … has no healthcheck configured`, and the waiting service never starts.",
            Holds = "The dependency has a health check.",
        };

    public override IEnumerable<Waiting> Subjects(Deployment deployment) =>
        (
            from workload in deployment.Workloads
            from dependency in workload.DependsOn
            let needed = dependency.On
            where needed is not null && dependency.Condition == "service_healthy"
            select new Waiting(workload, dependency, needed)
        ).DistinctBy(waiting => waiting.Dependency.Span);

    protected override Subject Identify(Waiting subject) => new(subject.By.Name, subject.Dependency.Span);

    protected override IEnumerable<Verdict> Check(Waiting subject, Deployment deployment)
    {
        var on = subject.On;
        if (on.Probes.Count > 0)
        {
            yield break;
        }

        yield return MayHaveCheck(on) is { } doubt
            ? Unknown(
                subject.Dependency.Span,
                $"{subject.By.Name} waits until {on.Name} is healthy. Unknown whether {on.Name} has a health check: {doubt}."
            )
            : Fail(
                    subject.Dependency.Span,
                    $"{subject.By.Name} waits until {on.Name} is healthy, but neither the service nor its image has a health check."
                )
                .Related(on.Span, "no health check")
                .Remedy($"Add a `healthcheck:` with a `test:` to {on.Name} at {on.Span}, or wait with `condition: service_started`.")
                .VerifyGoneOr(TargetCommand.Healthy(on, deployment));
    }

    /// <summary>Why the image may have a health check; otherwise null.</summary>
    private static string? MayHaveCheck(Workload on) =>
        on.Image is { } image
            ? image.Final.PublicBase is { } below && HasNoOwnCheck(below) || image.Final.Base.Text is "scratch"
                ? null
                : $"its base image {image.Final.Base} may have one"
            : on.Public is { } known && HasNoOwnCheck(known)
                ? null
                : on.Reference is { } reference
                    ? $"the image {reference.Value} may have one"
                    : "its image was not read";

    private static bool HasNoOwnCheck(PublicImage image) =>
        WithoutOwnCheck.Contains(image.Role)
        || Array.Exists(OthersWithoutOwnCheck, name => image.Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>A workload and a dependency that it waits for.</summary>
    internal sealed record Waiting(Workload By, DependencyUse Dependency, Workload On);
}
