using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job uses files of the repository, and no step checks them out.</summary>
internal sealed class RepositoryNotCheckedOut : Rule<RepositoryNotCheckedOut.Fetched>
{
    // They install tools and log in, and put no files into the workspace.
    private static readonly HashSet<string> SetUps = new(
        [
            .. PipelineRule.ToolSetUps,
            "aws-actions/configure-aws-credentials",
            "aws-actions/amazon-ecr-login",
            "google-github-actions/auth",
            "google-github-actions/setup-gcloud",
            "azure/login",
            "docker/login-action",
        ],
        StringComparer.Ordinal
    );

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "repository-not-checked-out",
            "Missing checkout",
            Severity.High,
            "Each job starts in an empty workspace: its commands find neither manifest nor script, and it fails.",
            "The job checks out the repository before it uses its files."
        );

    public override IEnumerable<Fetched> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job is { RunsOn.IsHosted: true, Container: null }
        let found = Look(job, $"{workflow.File.Name}: {job.Id}", deployment.Tree)
        where found is not null
        select found;

    protected override Subject Identify(Fetched subject) => new(subject.Job, subject.Span);

    protected override IEnumerable<Verdict> Check(Fetched subject, Deployment deployment)
    {
        if (subject.Missing is not { } what)
        {
            yield break;
        }

        yield return Fail(subject.Span, $"{subject.Job} {what}, but no earlier step checks out the repository.")
            .Remedy($"Add `- uses: actions/checkout@v5` before {subject.Span}.")
            .Verify($"git grep -n actions/checkout -- {subject.Span.File.Path}   # must find it before line {subject.Span.StartLine}");
    }

    /// <summary>The first step that either fetches the files or needs them; null where something else may make them.</summary>
    private static Fetched? Look(WorkflowJob job, string name, RepositoryTree tree)
    {
        foreach (var step in job.Steps)
        {
            if (step.Uses is { } uses)
            {
                if (uses.Name == "actions/checkout")
                {
                    return new Fetched(name, uses.Span, null);
                }

                if (uses.Kind == ActionReferenceKind.Local)
                {
                    // No step can call a workflow.
                    return uses.Path.EndsWith(".yml", StringComparison.Ordinal) || uses.Path.EndsWith(".yaml", StringComparison.Ordinal)
                        ? null
                        : new Fetched(name, uses.Span, $"uses {uses.Raw}");
                }

                if (step.ContinueOnError is null && RepositoryNeed.Of(step, uses) is { } need)
                {
                    return new Fetched(name, uses.Span, need);
                }

                if (uses.Kind != ActionReferenceKind.Repository || !IsSetUp(uses.Name))
                {
                    return null;
                }
            }
            else if (EntersMissing(step, tree) is { } directory)
            {
                return new Fetched(name, directory.Span, $"runs in `{directory.Raw}`");
            }

            foreach (var command in step.Run?.Commands ?? [])
            {
                if (RepositoryNeed.IsHarmless(command))
                {
                    continue;
                }

                return
                    step.WorkingDirectory is null
                    && command
                        is { Directory: "", IsConditional: false, IsCondition: false, FailureIsMasked: false, IsInSubstitution: false }
                    && step.ContinueOnError is null
                    && RepositoryNeed.Of(command, tree)
                    ? new Fetched(name, command.Span, $"runs `{command.Text}`")
                    : null;
            }
        }

        return null;
    }

    /// <summary>A directory of the repository in which the runner is to start the shell of the step.</summary>
    private static ExpressionTemplate? EntersMissing(WorkflowStep step, RepositoryTree tree) =>
        step is { ContinueOnError: null, Run: not null, WorkingDirectory: { Literal: { Length: > 0 } path } directory }
        && RepositoryPath.IsRelative(path)
        && RepositoryPath.Join("", path.Trim()) is { Length: > 0 } full
        && tree.HasDirectory(full)
            ? directory
            : null;

    private static bool IsSetUp(string action) => SetUps.Contains(action) || action.StartsWith("actions/setup-", StringComparison.Ordinal);

    /// <summary>The place where a job has the repository, or would need it.</summary>
    /// <param name="Missing">What needs it, as part of a sentence; null when it is there.</param>
    internal sealed record Fetched(string Job, SourceSpan Span, string? Missing);
}
