using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Rules.Pipelines;

namespace Seaworthy.Rules.Security;

/// <summary>A machine of the owner's runs what a pull request brings.</summary>
/// <remarks>Source: GitHub Docs, "Secure use reference", "Hardening for self-hosted runners".</remarks>
internal sealed class SelfHostedRunnerOnPullRequest : Rule<NamedJob>
{
    private const string Label = "self-hosted";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/self-hosted-runner-on-pull-request",
            Title = "Self-hosted runner for pull requests",
            Area = Area.Security,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "In a public repository everyone may open a pull request, and so run commands on the machine and in its network.",
            Holds = "Pull requests run on machines that are thrown away.",
        };

    public override IEnumerable<NamedJob> Subjects(Deployment deployment) =>
        NamedJob
            .All(deployment)
            .Where(job =>
                job.Pipeline.Declared is Workflow workflow
                && workflow.Trigger("pull_request") is not null
                && workflow.Job(job.Job.Id)?.RunsOn is not null
            );

    protected override Subject Identify(NamedJob subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(NamedJob subject, Deployment deployment)
    {
        if (
            subject.Pipeline.Declared is not Workflow workflow
            || workflow.Job(subject.Job.Id) is not { If: null, RunsOn: { } runner } job
            || workflow.Trigger("pull_request") is not { } trigger
            || job.Needs.Any(need => workflow.Job(need.Value) is { If: not null })
            || runner.Labels.FirstOrDefault(label => label.Literal == Label) is not { } label
        )
        {
            yield break;
        }

        yield return Warn(label.Span, $"{subject.Name} runs pull requests on a self-hosted runner: each can run commands on that machine.")
            .Related(trigger.Span, "starts it")
            .Remedy(
                $"Run this job on `ubuntu-latest`, or only for branches of this repository: `if: github.event.pull_request.head.repo.full_name == github.repository` at {subject.Job.Span}; keep approval required for contributors from outside."
            )
            .Verify(TreeCheck.Gone(label.Span));
    }
}
