using System.IO.Enumeration;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job downloads an artifact of its run that no job uploads, or that one uploads which it does not wait for.</summary>
internal sealed class ArtifactNotUploaded : Rule<ArtifactNotUploaded.Download>
{
    private const string Upload = "actions/upload-artifact";

    // Their downloads ask other runs, and what they upload has names of its own.
    private static readonly string[] OtherRuns = ["run-id", "github-token", "repository", "pattern", "artifact-ids"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "artifact-not-uploaded",
            "Missing artifact",
            Severity.High,
            "actions/download-artifact fails with `Artifact not found`, and the job with it.",
            "A job that runs before uploads the artifact."
        );

    public override IEnumerable<Download> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        where !CallsOwn(workflow)
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name == "actions/download-artifact" && Array.TrueForAll(OtherRuns, input => step.Input(input) is null)
        let name = step.Input("name")
        let text = name?.Literal ?? ""
        where text.Length > 0
        select new Download(workflow, job, new Fact<string>(text, name?.Span ?? step.Span), step);

    protected override Subject Identify(Download subject) =>
        new($"{subject.Workflow.File.Name}: {subject.Job.Id}", subject.Name.Span, subject.Name.Value);

    protected override IEnumerable<Verdict> Check(Download subject, Deployment deployment)
    {
        var (workflow, job, name, step) = subject;
        var uploads = workflow
            .Jobs.SelectMany(other => other.Steps, (other, made) => (Job: other, Step: made))
            .Where(found => found.Step.Uses?.Name == Upload)
            .ToList();
        var matching = uploads.Where(found => FileSystemName.MatchesSimpleExpression(Pattern(found.Step), name.Value)).ToList();
        var subjectName = $"{workflow.File.Name}: {job.Id}";
        if (matching.Count == 0)
        {
            if (workflow.Jobs.SelectMany(other => other.Steps).Any(MayUpload))
            {
                yield return Unknown(
                    name.Span,
                    $"{subjectName} downloads the artifact `{name.Value}`, which no step of the workflow uploads; unknown whether another action does."
                );
                yield break;
            }

            var known = uploads.Select(found => Pattern(found.Step)).Distinct(StringComparer.Ordinal).ToList();
            yield return Fail(
                    name.Span,
                    $"{subjectName} downloads the artifact `{name.Value}`, but no step of the workflow uploads it.{(known.Count > 0 ? $" Available: {string.Join(", ", known)}." : "")}"
                )
                .As(step.ContinueOnError is null && step.If is null ? Severity.High : Severity.Medium)
                .Related(uploads.Select(found => found.Step.Span), "uploads another")
                .Remedy(
                    known.Count > 0
                        ? $"Write one name in both places: `{known[0]}` in {name.Span}, or `{name.Value}` where it is uploaded."
                        : $"Upload the artifact in a job before, or give {name.Span} the run that has it (`run-id`)."
                )
                .VerifyGoneOr($"git grep -nF -e {name.Value} -- {workflow.File.Path}   # must find the upload");
        }
        else if (matching.TrueForAll(found => found.Job != job && !Before(workflow, job).Contains(found.Job.Id)))
        {
            yield return Fail(
                    name.Span,
                    $"{subjectName} downloads the artifact `{name.Value}`, but does not wait for job `{matching[0].Job.Id}`, which uploads it."
                )
                .Related(matching[0].Step.Span, "uploaded here")
                .Remedy($"Add `{matching[0].Job.Id}` to the `needs` of job `{job.Id}` at {job.Span}.")
                .Verify($"git grep -nE {$"needs:.*{matching[0].Job.Id}"} -- {workflow.File.Path}");
        }
    }

    /// <summary>The jobs that end before the job begins.</summary>
    private static HashSet<string> Before(Workflow workflow, WorkflowJob job)
    {
        HashSet<string> before = new(StringComparer.OrdinalIgnoreCase);
        Stack<string> open = new(job.Needs.Select(need => need.Value));
        while (open.TryPop(out var id))
        {
            if (before.Add(id))
            {
                workflow
                    .Jobs.Where(other => string.Equals(other.Id, id, StringComparison.OrdinalIgnoreCase))
                    .SelectMany(other => other.Needs)
                    .ToList()
                    .ForEach(need => open.Push(need.Value));
            }
        }

        return before;
    }

    /// <summary>Its name, with <c>*</c> in place of expressions. Source: actions/upload-artifact, README, "Inputs": the default is <c>artifact</c>.</summary>
    private static string Pattern(WorkflowStep upload) =>
        upload.Input("name") is { } name ? string.Concat(name.Parts.Select(part => part.Expression is null ? part.Text : "*")) : "artifact";

    private static bool MayUpload(WorkflowStep step) =>
        step.Uses is { } uses
        && (
            uses.Name.Contains("artifact", StringComparison.Ordinal)
                ? uses.Name is not (Upload or "actions/download-artifact")
                : HostedJob.MayBring(step) && uses.Name != "actions/cache"
        );

    /// <summary>Its run has jobs of other files, or steps of actions here.</summary>
    private static bool CallsOwn(Workflow workflow) =>
        workflow.Triggers.Any(trigger => trigger.Event is "workflow_call" or "workflow_run")
        || workflow.Jobs.Any(job => job.Uses is not null || job.Steps.Any(step => step.Uses?.Kind == ActionReferenceKind.Local));

    /// <summary>A step that downloads an artifact of its own run by name.</summary>
    internal sealed record Download(Workflow Workflow, WorkflowJob Job, Fact<string> Name, WorkflowStep Step);
}
