using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A deployment removes the running container before it has the new image.</summary>
internal sealed class ContainerRemovedBeforePull : Rule<ContainerStart>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "container-removed-before-pull",
            "Container removed before pull",
            Severity.Medium,
            "Nothing answers while the image is pulled or built. If that fails, nothing runs at all.",
            "The image is there before the old container is removed."
        );

    public override IEnumerable<ContainerStart> Subjects(Deployment deployment) =>
        ContainerStart.Of(deployment).Where(start => start.Removal is not null && start.BeforeInJob.Any(Brings));

    protected override Subject Identify(ContainerStart subject) => new(subject.Workload.Name, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(ContainerStart subject, Deployment deployment)
    {
        if (
            subject.Removal is not { } removal
            || subject.BeforeInJob.FirstOrDefault(Brings) is not { } bringing
            || removal.Subject != subject.Site.Subject
            || bringing.Span.Start < removal.Span.Start
        )
        {
            yield break;
        }

        var verb = bringing.Known.Any(known => known is DockerBuildCommand) ? "builds" : "pulls";
        yield return Warn(
                removal.Span,
                $"{subject.Site.Subject} removes the running {subject.Workload.Name} before it {verb} the new image."
            )
            .Related(bringing.Span, $"{verb} here")
            .Related(subject.Site.Span, "starts here")
            .Remedy($"Move the command of {bringing.Span} above {removal.Span}, and stop the script there if it fails.")
            .Verify(
                $"git grep -nE {"docker (pull|build|rm|stop|container rm)"} -- {removal.Span.File.Path}   # must find the pull or build first"
            );
    }

    private static bool Brings(CommandSite site) =>
        site.Known.Any(known => known is DockerBuildCommand or ImageCommand { Verb: "pull" } or ComposeCommand { Verb: "pull" or "build" });
}
