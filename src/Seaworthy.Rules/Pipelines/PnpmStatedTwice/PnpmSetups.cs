using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Steps with <c>pnpm/action-setup</c>, and the manifest that the action reads.</summary>
/// <remarks>
/// Source: pnpm/action-setup, action.yml and src/install-pnpm/run.ts: since v4 it reads <c>packageManager</c> of <c>package_json_file</c> in the workspace even when the
/// step gives a version. The file is there once the repository was checked out.
/// </remarks>
internal static class PnpmSetups
{
    private const int FirstMajorThatReads = 4;

    public static IReadOnlyList<PnpmSetup> Link(Deployment deployment) =>
        [
            .. from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            from step in job.Steps
            where IsSetup(step) && job.Steps.TakeWhile(other => other != step).Any(IsCheckout)
            let found = Setup(
                $"{workflow.File.Name}: {job.Id}",
                step,
                template => JobValues.Of(template, workflow, job, step) is [var only] ? only : null,
                deployment
            )
            where found is not null
            select found,
            // An action of the repository is only found where the repository was checked out.
            .. from action in deployment.Of<CompositeAction>()
            from step in action.Steps
            where IsSetup(step)
            let found = Setup(action.File.Path, step, template => template.Literal, deployment)
            where found is not null
            select found,
        ];

    private static PnpmSetup? Setup(string subject, WorkflowStep step, Func<ExpressionTemplate, string?> value, Deployment deployment)
    {
        var file = step.Input("package_json_file");
        var path =
            file is null ? "package.json"
            : value(file) is { } named ? RepositoryPath.Join("", named)
            : null;
        if (step.Uses is not { } uses || path is null || deployment.At<PackageJson>(path)?.PackageManager is not { } stated)
        {
            return null;
        }

        return new PnpmSetup(subject, uses, stated)
        {
            Version =
                step.Input("version") is { } version && value(version) is { Length: > 0 } text
                    ? new Fact<string>(text, version.Span)
                    : null,
        };
    }

    private static bool IsSetup(WorkflowStep step) => step.Uses is { Name: "pnpm/action-setup" } uses && uses.Major >= FirstMajorThatReads;

    private static bool IsCheckout(WorkflowStep step) =>
        step.Uses?.Name == "actions/checkout"
        && step.Input("repository") is null
        && step.Input("path") is null
        && step.Input("ref") is null;
}
