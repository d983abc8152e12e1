using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A script of a server ends or removes every container or image of the host.</summary>
/// <remarks>Source: Docker documentation, "docker container ls".</remarks>
internal sealed class AllContainersRemoved : Rule<ContainerSweep>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "all-containers-removed",
            "All containers removed",
            Severity.Medium,
            "The host may run a proxy, a database or another project: they go down with each deployment, and nothing here starts them again.",
            "Only containers and images of this project are removed.",
            Certainty.Likely
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<ContainerSweep>(ContainerSweeps.Link)];

    public override IEnumerable<ContainerSweep> Subjects(Deployment deployment) => deployment.All<ContainerSweep>();

    protected override Subject Identify(ContainerSweep subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(ContainerSweep subject, Deployment deployment)
    {
        if (!subject.IsOfAll)
        {
            yield break;
        }

        var place = subject.Site.Span;
        yield return subject.Verb == "rmi"
            ? Warn(place, $"{subject.Site.Subject} runs `{place.Quote}`, which removes the images of every project on the host.")
                .As(Severity.Low)
                .Remedy($"Write `docker image prune -f` in {place}, which keeps images that have a name.")
                .VerifyGone()
            : Warn(place, $"{subject.Site.Subject} runs `{place.Quote}`, which ends the containers of every project on the host.")
                .Remedy($"Write `docker compose down`, or the names of the containers, in {place}.")
                .VerifyGone();
    }
}
