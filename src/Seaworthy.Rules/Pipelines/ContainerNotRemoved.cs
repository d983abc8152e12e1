using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Each deployment starts a container under a name, or on a port, that the one before still has.</summary>
internal sealed class ContainerNotRemoved : Rule<ContainerStart>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "container-not-removed",
            "Old container not removed",
            Severity.High,
            "The container of the deployment before keeps its name and its ports until it is removed, also when it has stopped. `docker run` fails, and the old release goes on.",
            "The job removes the old container before it starts the new one.",
            Certainty.Likely
        );

    public override IEnumerable<ContainerStart> Subjects(Deployment deployment) =>
        ContainerStart
            .Of(deployment)
            .Where(start => !start.Site.IsConditional && !start.MayBeRemovedElsewhere && Holds(start.Workload) is not null);

    protected override Subject Identify(ContainerStart subject) => new(subject.Workload.Name, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(ContainerStart subject, Deployment deployment)
    {
        if (subject.Removal is not null || Holds(subject.Workload) is not { } held)
        {
            yield break;
        }

        var name = subject.Workload.ContainerName?.Value;
        yield return Fail(
                subject.Site.Span,
                $"{subject.Site.Subject} starts {subject.Workload.Name} without removing the container before it, which keeps {held}: from the second deployment on `docker run` fails."
            )
            .Remedy(
                name is null
                    ? $"Add `--name {subject.Workload.Name}` to the command in {subject.Site.Span}, and run `docker rm -f {subject.Workload.Name} || true` before it."
                    : $"Run `docker rm -f {name} || true` before the command in {subject.Site.Span}, after the image is pulled or built."
            )
            .Verify($"git grep -nE {"docker (container )?rm "} -- {subject.Site.Span.File.Path}   # must find it before the start");
    }

    /// <summary>What no second container gets: a name, or a port of the host.</summary>
    private static string? Holds(Workload workload) =>
        workload.ContainerName is { } name ? $"the name `{name.Value}`"
        : workload.Ports.FirstOrDefault(port => port.IsPublished) is { } port ? $"port {port.Published}"
        : null;
}
