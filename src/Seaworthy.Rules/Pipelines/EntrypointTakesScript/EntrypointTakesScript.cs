using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job of GitLab runs its script in an image whose entry point is another program than a shell.</summary>
/// <remarks>Source: GitLab Docs, "Run your CI/CD jobs in Docker containers", "Override the entrypoint of an image".</remarks>
internal sealed class EntrypointTakesScript : Rule<NamedJob>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "entrypoint-takes-script",
            "Image entry point takes script",
            Severity.High,
            "The runner starts `sh -c …` in the image. The entry point takes `sh` for one of its own subcommands, and the job fails before its first line.",
            "The job starts a shell: the image has one as its entry point, or `image: entrypoint` is empty.",
            Certainty.Likely
        );

    public override IEnumerable<NamedJob> Subjects(Deployment deployment) =>
        NamedJob.All(deployment).Where(job => job.Job is { Image: not null, Steps: [{ Commands.Count: > 0 }, ..] });

    protected override Subject Identify(NamedJob subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(NamedJob subject, Deployment deployment)
    {
        if (subject.Job is { KeepsEntrypoint: true, Image: { } image } && ProgramImages.ProgramOf(image.Value) is { } program)
        {
            yield return Fail(
                    image.Span,
                    $"{subject.Name} runs its script in {image.Value}, whose entry point `{program}` takes `sh` for a subcommand."
                )
                .Related(subject.Job.Span, "runs in it")
                .Remedy($"Write `image: {{ name: {image.Value}, entrypoint: [\"\"] }}` in {image.Span}.")
                .Verify(TreeCheck.Gone(image.Span));
        }
    }
}
