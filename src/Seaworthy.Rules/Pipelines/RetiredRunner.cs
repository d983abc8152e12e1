using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job asks for a machine of GitHub that GitHub no longer has.</summary>
internal sealed class RetiredRunner : Rule<RetiredRunner.HostedJob>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/retired-runner",
            Title = "Runner that is retired",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale = "No machine takes the job: it waits until GitHub cancels it, and everything that needs it waits too.",
            Holds = "GitHub serves the runner's label.",
        };

    public override IEnumerable<HostedJob> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job.RunsOn is { Group: null, Labels.Count: 1 }
        let labels = RunnerLabels.Of(job.RunsOn, job.Matrix)
        where labels is not null && labels.Any(label => RunnerSelection.IsHostedLabel(label.Value))
        select new HostedJob(workflow, job, labels);

    protected override Subject Identify(HostedJob subject) => new($"{subject.Workflow.File.Name}: {subject.Job.Id}", subject.Job.Span);

    protected override IEnumerable<Verdict> Check(HostedJob subject, Deployment deployment)
    {
        foreach (var label in subject.Labels)
        {
            if (RetiredRunners.Find(label.Value) is not { } retired)
            {
                continue;
            }

            yield return Fail(
                    label.Span,
                    $"{subject.Workflow.File.Name}: {subject.Job.Id} runs on {label.Value}, which GitHub retired on {retired.Since:yyyy-MM-dd}: no machine takes the job."
                )
                .Related(subject.Job.RunsOn?.Span)
                .Remedy($"Write `{Successor(label.Value)}` in {label.Span}.")
                .Verify($"gh run list --workflow {subject.Workflow.File.Name} --status queued");
        }
    }

    private static string Successor(string label) => label[..(label.IndexOf('-', StringComparison.Ordinal) + 1)] + "latest";

    /// <summary>A job with every label that its runs ask for.</summary>
    internal sealed record HostedJob(Workflow Workflow, WorkflowJob Job, IReadOnlyList<Fact<string>> Labels);
}
