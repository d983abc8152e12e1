using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>A command of Terraform in a step on one of GitHub's own machines, with the configuration of the repository that it reads.</summary>
/// <param name="Before">The steps before it.</param>
internal sealed record TerraformStepCall(
    Workflow Workflow,
    WorkflowJob Job,
    WorkflowStep Step,
    IReadOnlyList<WorkflowStep> Before,
    TerraformCall Call,
    TerraformModule Module
)
{
    public string Subject => $"{Workflow.File.Name}: {Job.Id}";

    /// <summary>Those of each job, in order.</summary>
    public static IEnumerable<IGrouping<WorkflowJob, TerraformStepCall>> OfJobs(Deployment deployment, TerraformModules modules) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job.RunsOn is { IsHosted: true }
        from call in OfJob(workflow, job, deployment, modules)
        group call by job;

    private static IEnumerable<TerraformStepCall> OfJob(Workflow workflow, WorkflowJob job, Deployment deployment, TerraformModules modules)
    {
        for (var at = 0; at < job.Steps.Count; at++)
        {
            var step = job.Steps[at];
            if (step.ContinueOnError is not null)
            {
                // Nobody is stopped by it.
                continue;
            }

            var before = job.Steps.Take(at).ToList();
            foreach (var command in step.Run?.Commands ?? [])
            {
                if (
                    TerraformCall.Of(command) is { } call
                    && before.Any(IsCheckout)
                    && Directory(workflow, job, step, call) is { } directory
                    && modules.Find(directory) is { } module
                    && TerraformModules.AreAllRead(deployment.Tree, module)
                )
                {
                    yield return new TerraformStepCall(workflow, job, step, before, call, module);
                }
            }
        }
    }

    private static string? Directory(Workflow workflow, WorkflowJob job, WorkflowStep step, TerraformCall call)
    {
        var start =
            step.WorkingDirectory is not { } written ? ""
            : JobValues.Of(written, workflow, job, step) is [var only] ? only
            : null;
        return start is null || call.Command.Directory is not { } own || call.ChangesTo is { Literal: null }
            ? null
            : RepositoryPath.Join(RepositoryPath.Join(RepositoryPath.Join("", start), own), call.ChangesTo?.Literal ?? "");
    }

    private static bool IsCheckout(WorkflowStep step) =>
        step.Uses?.Name == "actions/checkout" && step.Input("repository") is null && step.Input("path") is null;
}
