using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The input of an action contains <c>$NAME</c>, as if a shell expanded it.</summary>
internal sealed partial class VariableInInput : Rule<InputWithVariable>
{
    /// <summary>They take their inputs as they are: no shell, and no replacement of their own.</summary>
    /// <remarks>Source: the <c>action.yml</c> and the code of each.</remarks>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "actions/cache",
        "actions/checkout",
        "actions/download-artifact",
        "actions/setup-dotnet",
        "actions/setup-go",
        "actions/setup-java",
        "actions/setup-node",
        "actions/setup-python",
        "actions/upload-artifact",
        "aws-actions/amazon-ecs-deploy-task-definition",
        "aws-actions/amazon-ecs-render-task-definition",
        "aws-actions/configure-aws-credentials",
        "azure/webapps-deploy",
        "docker/build-push-action",
        "docker/login-action",
        "docker/metadata-action",
        "google-github-actions/auth",
        "google-github-actions/deploy-cloudrun",
    };

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "variable-in-input",
            "Shell variable in action input",
            Severity.High,
            "No shell expands the inputs of an action: it gets the dollar sign and the name as text.",
            "The input uses expressions, or no variable."
        );

    public override IEnumerable<InputWithVariable> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        let action = step.Uses
        where action is not null && Plain.Contains(action.Name)
        from input in step.With
        where input.Value.Raw.Contains('$', StringComparison.Ordinal)
        select new InputWithVariable(workflow, job, step, action, input);

    protected override Subject Identify(InputWithVariable subject) =>
        new($"{subject.Workflow.File.Name}: {subject.Job.Id}", subject.Input.Span);

    protected override IEnumerable<Verdict> Check(InputWithVariable subject, Deployment deployment)
    {
        foreach (var name in Names(subject.Input.Value))
        {
            var set = subject.Environment.FirstOrDefault(variable => variable.Name == name);
            if (set is null && !IsOfRunner(name))
            {
                continue;
            }

            yield return Fail(
                    subject.Input.Value.Span,
                    $"{subject.Workflow.File.Name}: {subject.Job.Id} sets `{subject.Input.Name}` of {subject.Action.Name} to `{Shown(subject.Input.Value)}`, but no shell expands `${name}` there."
                )
                .Related(set?.KeySpan, "set here")
                .Remedy($"Write `${{{{ env.{name} }}}}` in {subject.Input.Value.Span}.")
                .Verify($"actionlint {subject.Workflow.File.Path}");
            yield break;
        }
    }

    private static IEnumerable<string> Names(ExpressionTemplate value) =>
        value
            .Parts.Where(part => part.Expression is null)
            .SelectMany(part => Variable().Matches(part.Text))
            .Select(match => match.Groups["name"].Value);

    // Runners set them for every step: "Default environment variables" of the documentation of GitHub Actions.
    private static bool IsOfRunner(string name) =>
        name
            is "GITHUB_SHA"
                or "GITHUB_REF"
                or "GITHUB_REF_NAME"
                or "GITHUB_REPOSITORY"
                or "GITHUB_REPOSITORY_OWNER"
                or "GITHUB_RUN_ID"
                or "GITHUB_RUN_NUMBER"
                or "GITHUB_WORKSPACE"
                or "GITHUB_ACTOR"
                or "RUNNER_TEMP"
                or "RUNNER_OS";

    private static string Shown(ExpressionTemplate value) => value.Lines.First(line => Variable().IsMatch(line));

    [GeneratedRegex(
        @"(?<!\$)\$(\{(?<name>[A-Za-z_]\w*)\}|(?<name>[A-Za-z_]\w*))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Variable();
}
