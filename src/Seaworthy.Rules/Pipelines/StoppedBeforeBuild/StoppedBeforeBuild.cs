using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A deployment stops the running release, and only then builds or pulls the next one.</summary>
/// <remarks>Source: Docker documentation, "docker compose up".</remarks>
internal sealed class StoppedBeforeBuild : Rule<StoppedRelease>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "stopped-before-build",
            "Downtime during the build",
            Severity.Medium,
            "Users get errors for as long as the build takes, at every deployment. When the build fails, nothing runs at all.",
            "New images are there before the running release is stopped.",
            Certainty.Likely
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<StoppedRelease>(StoppedReleases.Link)];

    public override IEnumerable<StoppedRelease> Subjects(Deployment deployment) => deployment.All<StoppedRelease>();

    protected override Subject Identify(StoppedRelease subject) => new(subject.Stop.Subject, subject.Stop.Span);

    protected override IEnumerable<Verdict> Check(StoppedRelease subject, Deployment deployment)
    {
        if (subject.Build is { } build)
        {
            var verdict = Warn(
                    subject.Stop.Span,
                    $"{subject.Stop.Subject} runs `{subject.Stop.Command.Text}` before `{build.Text}`: the service is down during the build, and stays down when it fails."
                )
                .Related(build.Span, "takes long, and may fail");
            yield return subject.Run is { } run
                ? verdict
                    .Related(run.Span, "starts here")
                    .Remedy($"Move the command of {build.Span} above {subject.Stop.Span}, and stop the script there if it fails.")
                    .Verify(
                        $"git grep -nE {"docker (pull|build|rm|container rm)"} -- {subject.Stop.Span.File.Path}   # must find the pull or build first"
                    )
                : verdict
                    .Remedy(
                        $"Remove `{subject.Stop.Command.Text}` in {subject.Stop.Span}: `docker compose up -d` replaces the containers after the build."
                    )
                    .VerifyGone();
        }
    }
}
