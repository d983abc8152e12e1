using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A push to any branch deploys, or pushes the tag that servers pull.</summary>
/// <remarks>
/// Sources: GitHub Docs, "Workflow syntax for GitHub Actions", on.push.branches; GitLab Docs, "CI/CD YAML syntax reference", rules; CircleCI Docs, "Configuration reference",
/// filters; Atlassian Support, "Bitbucket Pipelines configuration reference", default; Microsoft Learn, "YAML schema reference for Azure Pipelines", trigger.
/// </remarks>
internal sealed class DeployOfEveryBranch : Rule<NamedJob>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "deploy-of-every-branch",
            "Deployment of every branch",
            Severity.High,
            "A push to a feature branch replaces production with unfinished code, and the next push to the main branch takes it away again.",
            "Something chooses the branches that are deployed.",
            Certainty.Likely
        );

    public override IEnumerable<NamedJob> Subjects(Deployment deployment) =>
        NamedJob
            .All(deployment)
            .Where(job =>
                job.Pipeline.Declared is not ShellScript
                && (job.Pipeline.Declared is not Workflow workflow || workflow.Trigger("push") is not null)
                && (job.Does(StepIntent.Deploy) || job.Does(StepIntent.PushImage))
            );

    protected override Subject Identify(NamedJob subject) => new(subject.Name, subject.Job.Span);

    protected override IEnumerable<Verdict> Check(NamedJob subject, Deployment deployment)
    {
        if (subject.Job.AnyBranchAt is not { } start || HasChosenSibling(subject) || UnguardedWork.In(subject, deployment) is not { } work)
        {
            yield break;
        }

        var does = work.Image is { } image ? $"pushes `{image}`" : "deploys";
        var verdict = Warn(work.Span, $"{subject.Name} {does} {Reason(subject)}.");
        yield return (
            work.Image is not null ? verdict.As(Severity.Medium)
            : subject.Job.DeploysTo is { } place
                ? (verdict with { Message = $"{verdict.Message} Protection of the environment `{place.Value}` may stop it." }).As(
                    Severity.Medium
                )
            : verdict
        ).Related(start, "starts it").Remedy(Remedy(subject, start)).Verify(Check(subject));
    }

    /// <summary>Another job deploys chosen branches: then this one is for another place.</summary>
    private static bool HasChosenSibling(NamedJob subject) =>
        subject.Pipeline.Jobs.Any(job =>
            job is { AnyBranchAt: null, NeverRunsBecause: null } && subject with { Job = job } is var other && other.Does(StepIntent.Deploy)
        );

    private static string Reason(NamedJob subject) =>
        subject.Pipeline.Declared switch
        {
            Workflow => "at a push to any branch: neither `push` nor the job names one",
            GitLabPipeline => "from every branch and tag: it has no `rules`, and the pipeline no `workflow`",
            CommandPipeline { System: "circleci" } => "from every branch: no `filters` in a workflow choose one",
            CommandPipeline { System: "bitbucket" } => "from every branch: its step stands under `default`",
            _ => "from every branch: `trigger` is `*`",
        };

    private static string Remedy(NamedJob subject, SourceSpan start) =>
        subject.Pipeline.Declared switch
        {
            Workflow =>
                $"Add `branches: [main]` to `push` at {start}, or `if: github.ref == 'refs/heads/main'` to the job at {subject.Job.Span}.",
            GitLabPipeline => $"Put `rules: [{{ if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH }}]` right under {start}.",
            CommandPipeline { System: "circleci" } =>
                $"Put `filters: {{ branches: {{ only: main }} }}` right under the job's entry in `workflows` ({start}).",
            CommandPipeline { System: "bitbucket" } => $"Move the step at {start} from `default` to `branches: main`.",
            _ => $"Name the branch in `trigger` at {start}: `main`.",
        };

    private static CommandText Check(NamedJob subject)
    {
        var path = subject.File.Path;
        return subject.Pipeline.Declared switch
        {
            Workflow =>
                $"git grep -A1 push -- {path} | grep branches || git grep -nE {"if:.*github.(ref|event.ref)"} -- {path}   # must find one",
            GitLabPipeline =>
                $"git grep -A1 -e {$"^{subject.Job.Id}:"} -- {path} | grep -E 'rules:|only:' || git grep -n '^workflow:' -- {path}   # must find one",
            CommandPipeline { System: "circleci" } => $"git grep -A1 -e {$"- {subject.Job.Id}"} -- {path} | grep filters   # must find it",
            CommandPipeline { System: "bitbucket" } => $"git grep -A9 -n branches: -- {path}   # must show the step",
            _ => TreeCheck.Gone(subject.Job.AnyBranchAt ?? subject.Job.Span),
        };
    }
}
