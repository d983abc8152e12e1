using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Several jobs of one run upload an artifact of one name, which version 4 of the action refuses.</summary>
/// <remarks>Source: actions/upload-artifact, docs/MIGRATION.md, "Multiple uploads to the same named Artifact".</remarks>
internal sealed class ArtifactUploadedTwice : Rule<ArtifactUploadedTwice.Upload>
{
    private const int FirstUnique = 4;

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "artifact-uploaded-twice",
            "Duplicate artifact name",
            Severity.High,
            "Since v4, an artifact belongs to one job: the second upload of the name fails with `409 Conflict`.",
            "Every job uploads its artifacts under names of its own."
        );

    public override IEnumerable<Upload> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses is { Name: "actions/upload-artifact", Major: >= FirstUnique } && step.Input("overwrite")?.Literal is null or "false"
        let name = step.Input("name")
        where
            name is null
            || name.References.All(reference => reference.Context is not ("matrix" or "strategy" or "steps" or "env" or "runner"))
        select new Upload(workflow, job, step, name?.Raw ?? "artifact", name?.Span ?? step.Span);

    protected override Subject Identify(Upload subject) =>
        new($"{subject.Workflow.File.Name}: {subject.Job.Id}", subject.Span, subject.Name);

    protected override IEnumerable<Verdict> Check(Upload subject, Deployment deployment)
    {
        var (workflow, job, step, name, span) = subject;
        var subjectName = $"{workflow.File.Name}: {job.Id}";
        if (Combinations(job) > 1 && !AsksForMatrix(step))
        {
            var message =
                $"{subjectName} uploads the artifact `{name}` in each of its {Combinations(job)} matrix jobs; upload-artifact {step.Uses?.Ref?.Value} refuses every one after the first.";
            // Most runs have no failed step: then nothing is uploaded.
            yield return (step.If is null ? Fail(span, message) : Warn(span, message).As(Severity.Medium))
                .Related(job.Matrix?.Span)
                .Remedy($"Add a value of the matrix to the name in {span}: `{name}-${{{{ matrix.{Axis(job)} }}}}`.")
                .VerifyGone();
        }
    }

    /// <summary>How many jobs the matrix makes, as far as it lists them; 1 where it is computed or leaves some out.</summary>
    private static int Combinations(WorkflowJob job) =>
        job.Matrix is { Computed: null, IsPartlyComputed: false, Exclude.Count: 0 } matrix && matrix.Axes.All(axis => axis.Computed is null)
            ? Math.Max(
                matrix.Axes.Aggregate(1, (product, axis) => product * Math.Max(1, axis.Values.Count)),
                matrix.Axes.Count == 0 ? matrix.Include.Count : 1
            )
            : 1;

    private static string Axis(WorkflowJob job) =>
        job.Matrix?.Axes.FirstOrDefault(axis => axis.Values.Count > 1)?.Name
        ?? job.Matrix?.Include.SelectMany(one => one.Values).FirstOrDefault()?.Name
        ?? "os";

    /// <summary>The step runs in one of the jobs only.</summary>
    private static bool AsksForMatrix(WorkflowStep step) =>
        step.If?.References.Any(reference => reference.Context is "matrix" or "runner" or "strategy" or "steps") is true;

    /// <summary>A step that uploads an artifact under a name that is the same in each job of a matrix.</summary>
    internal sealed record Upload(Workflow Workflow, WorkflowJob Job, WorkflowStep Step, string Name, SourceSpan Span);
}
