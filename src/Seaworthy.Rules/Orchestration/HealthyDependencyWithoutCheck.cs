using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A service waits until another is healthy, and nothing ever asks whether that one is.</summary>
internal sealed class HealthyDependencyWithoutCheck : Rule<HealthyDependencyWithoutCheck.Waiting>
{
    // Of images for these roles none brings a health check of its own.
    private static readonly HashSet<ImageRole> WithoutOwnCheck =
    [
        ImageRole.System,
        ImageRole.Runtime,
        ImageRole.DataStore,
        ImageRole.Cache,
        ImageRole.Broker,
        ImageRole.WebServer,
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/healthy-dependency-without-check",
            Title = "Wait for the health of a service that has no health check",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Compose stops with `container … has no healthcheck configured`, and what waits never starts.",
            Holds = "The service that is waited for has a health check.",
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

        var message = $"{subject.By.Name} waits until {on.Name} is healthy, but neither the service nor its image has a health check";
        yield return Brings(on) is { } doubt
            ? Unknown(subject.Dependency.Span, $"{message} here; {doubt}.")
            : Fail(subject.Dependency.Span, $"{message}: {subject.By.Name} never starts.")
                .Related(on.Span, "no health check")
                .Remedy($"Give {on.Name} a `healthcheck:` with a `test:` at {on.Span}, or wait with `condition: service_started`.")
                .VerifyGoneOr(TargetCommand.Healthy(on, deployment));
    }

    /// <summary>Why the image may have a health check all the same; null when it has none.</summary>
    private static string? Brings(Workload on) =>
        on.Image is { } image
            ? image.Final.PublicBase is { } below && WithoutOwnCheck.Contains(below.Role) || image.Final.Base.Text is "scratch"
                ? null
                : $"its base image {image.Final.Base} may have one"
            : on.Public is { } known && WithoutOwnCheck.Contains(known.Role)
                ? null
                : on.Reference is { } reference
                    ? $"the image {reference.Value} may have one"
                    : "its image was not read";

    /// <summary>A workload, and a dependency that it waits for.</summary>
    internal sealed record Waiting(Workload By, DependencyUse Dependency, Workload On);
}
