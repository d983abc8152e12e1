using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job deploys to GitHub Pages and names no environment.</summary>
/// <remarks>Sources: actions/deploy-pages, README, "Security considerations"; the answer of GitHub's API, "Missing environment".</remarks>
internal sealed class PagesWithoutEnvironment : Rule<PagesWithoutEnvironment.PagesJob>
{
    private const string Action = "actions/deploy-pages";

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "pages-without-environment",
            "Pages deployment without environment",
            Severity.High,
            "GitHub rejects the deployment with `Missing environment`, and the site keeps its old content.",
            "The job that deploys to GitHub Pages names an environment."
        );

    public override IEnumerable<PagesJob> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        let step = job.Steps.FirstOrDefault(step => step.Uses?.Name == Action)
        where step is not null
        select new PagesJob($"{workflow.File.Name}: {job.Id}", job, step);

    protected override Subject Identify(PagesJob subject) => new(subject.Name, subject.Step.Span);

    protected override IEnumerable<Verdict> Check(PagesJob subject, Deployment deployment)
    {
        if (subject.Job.DeploysTo is not null)
        {
            yield break;
        }

        var place = subject.Step.Uses?.Span ?? subject.Step.Span;
        var message = $"{subject.Name} runs `{Action}`, but the job has no `environment`";
        yield return (
            subject.Step.ContinueOnError is null
                ? Fail(place, $"{message}.")
                : Warn(place, $"{message}. The job ignores the failed step.").As(Severity.Medium)
        )
            .Related(subject.Job.Span)
            .Remedy($"Add `environment: github-pages` to the job at {subject.Job.Span}.")
            .Verify($"git grep -nE {"^ +environment:"} -- {place.File.Path}   # must find it in the job {subject.Job.Id}");
    }

    /// <summary>A job with the step that deploys.</summary>
    internal sealed record PagesJob(string Name, WorkflowJob Job, WorkflowStep Step);
}
