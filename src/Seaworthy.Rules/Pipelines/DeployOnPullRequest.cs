using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job deploys when a pull request is opened, as it does when it is merged.</summary>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows", <c>pull_request</c>.</remarks>
internal sealed class DeployOnPullRequest : Rule<NamedJob>
{
    private static readonly string[] OtherPlaces =
    [
        "PREVIEW",
        "REVIEW",
        "STAGING",
        "STAGE",
        "SANDBOX",
        "TEST",
        "TESTS",
        "TESTING",
        "E2E",
        "INTEGRATION",
        "DRY",
        "PLAN",
        "PR",
        "DEV",
        "DEVELOPMENT",
        "KIND",
        "MINIKUBE",
        "K3D",
        "LINT",
        "VALIDATE",
        "CHECK",
        "CI",
        "DOCS",
    ];

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
                job.Pipeline.Declared is Workflow workflow && workflow.Trigger("pull_request") is not null && job.Does(StepIntent.Deploy)
            );

    protected override Subject Identify(NamedJob subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(NamedJob subject, Deployment deployment)
    {
        if (
            subject.Pipeline.Declared is not Workflow workflow
            || workflow.Trigger("pull_request") is not { } trigger
            || workflow.Job(subject.Job.Id) is not { If: null } job
            || subject.Job.NeverRunsBecause is not null
            || IsElsewhere(workflow, job)
            || job.Needs.Any(need => workflow.Job(need.Value) is { If: not null })
            || Deploying(subject, job) is not { } step
        )
        {
            yield break;
        }

        var message = $"{subject.Name} deploys for `pull_request` too: neither the job nor its deploying step has a condition.";
        yield return (
            job.DeploysTo is null
                ? Warn(step.Span, message)
                : Warn(step.Span, $"{message} Protection rules of its environment may stop it.").As(Severity.Medium)
        )
            .Related(trigger.Span, "starts it")
            .Remedy($"Add `if: github.event_name != 'pull_request'` to the job at {subject.Job.Span}.")
            .Verify($"git grep -n github.event_name -- {subject.File.Path}   # must find it for this job");
    }

    private static PipelineStep? Deploying(NamedJob subject, WorkflowJob job) =>
        subject.Job.Steps.FirstOrDefault(step =>
            step is { RunsOnlyAfterFailure: false }
            && step.Purposes.Any(purpose => purpose.Intent == StepIntent.Deploy && !purpose.Command.MayFailUnnoticed && !IsTrial(purpose))
            && job.Steps.FirstOrDefault(declared => declared.Span == step.Span) is { If: null } own
            && (own.RemoteCommands.Count > 0 || UsesSecret(job, own))
            && !AsksItself(job, own)
        );

    // Its script or its variables tell a branch from a pull request.
    private static bool AsksItself(WorkflowJob job, WorkflowStep step) =>
        job
            .Environment.Concat(step.Environment)
            .Concat(step.With)
            .SelectMany(value => value.Value.References)
            .Concat(step.Run?.Text.References ?? [])
            .Any(reference => reference is { Context: "github", Name: "ref" or "ref_name" or "event_name" or "base_ref" or "head_ref" });

    // A cluster or stack on the runner itself needs none.
    private static bool UsesSecret(WorkflowJob job, WorkflowStep step) =>
        job
            .Steps.TakeWhile(before => before != step)
            .Append(step)
            .Any(any =>
                any.With.Concat(any.Environment)
                    .SelectMany(value => value.Value.References)
                    .Concat(any.Run?.Text.References ?? [])
                    .Any(reference => reference.Context == "secrets" && reference.Name != "GITHUB_TOKEN")
            );

    private static bool IsTrial(StepCommand purpose) =>
        purpose.Command.Words.Any(word =>
            word.Raw.Contains("dry-run", StringComparison.Ordinal) || word.Literal is "diff" or "preview" or "plan"
        );

    private static bool IsElsewhere(Workflow workflow, WorkflowJob job) =>
        Words([job.Id, job.Name?.Raw ?? "", job.DeploysTo?.Name.Raw ?? ""]).Any(OtherPlaces.Contains)
        || Words([workflow.File.Name, workflow.Name?.Value ?? ""]).Any(word => word is "PREVIEW" or "REVIEW" or "STAGING" or "PR");

    private static IEnumerable<string> Words(IEnumerable<string> names) =>
        names.SelectMany(name => name.Split(' ', '-', '_', '.', '/', ':', '(', ')')).Select(word => word.ToUpperInvariant());
}
