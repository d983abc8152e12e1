using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job deploys, or pushes the tag that servers pull, when a pull request is opened, as it does when it is merged.</summary>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows", <c>pull_request</c>.</remarks>
internal sealed class DeployOnPullRequest : Rule<NamedJob>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/deploy-on-pull-request",
            Title = "Deployment of pull requests",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Opening a pull request from a branch puts unreviewed code into production, before anyone merges it.",
            Holds = "The job deploys after a merge only.",
        };

    public override IEnumerable<NamedJob> Subjects(Deployment deployment) =>
        NamedJob
            .All(deployment)
            .Where(job =>
                job.Pipeline.Declared is Workflow workflow
                && workflow.Trigger("pull_request") is not null
                && (job.Does(StepIntent.Deploy) || job.Does(StepIntent.PushImage))
            );

    protected override Subject Identify(NamedJob subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(NamedJob subject, Deployment deployment)
    {
        if (
            subject.Pipeline.Declared is not Workflow workflow
            || workflow.Trigger("pull_request") is not { } trigger
            || workflow.Job(subject.Job.Id) is not { If: null } job
            || job.Needs.Any(need => workflow.Job(need.Value) is { If: not null })
            || UnguardedWork.In(subject, deployment) is not { } work
        )
        {
            yield break;
        }

        var verdict =
            work.Image is { } image
                ? Warn(
                        work.Span,
                        $"{subject.Name} pushes `{image}` for `pull_request` too: neither the job nor its pushing step has a condition."
                    )
                    .As(Severity.Medium)
            : job.DeploysTo is null
                ? Warn(work.Span, $"{subject.Name} deploys for `pull_request` too: neither the job nor its deploying step has a condition.")
            : Warn(
                    work.Span,
                    $"{subject.Name} deploys for `pull_request` too: neither the job nor its deploying step has a condition. Protection rules of its environment may stop it."
                )
                .As(Severity.Medium);
        yield return verdict
            .Related(trigger.Span, "starts it")
            .Remedy(
                work.Image is null
                    ? $"Add `if: github.event_name != 'pull_request'` to the job at {subject.Job.Span}."
                    : $"Add `if: github.event_name != 'pull_request'` to the step at {work.Span}, and to the others that push or sign in."
            )
            .Verify($"git grep -n github.event_name -- {subject.File.Path}   # must find it for this job");
    }
}
