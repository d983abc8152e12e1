using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The step of a workflow that runs a command.</summary>
internal sealed record StepOfCommand(Workflow Workflow, WorkflowJob Job, WorkflowStep Step)
{
    private static readonly PerDeployment<Dictionary<ShellCommand, StepOfCommand>> ByCommand = new(Index);

    /// <summary>Null for a command of a script, a task file or a composite action.</summary>
    public static StepOfCommand? Of(Deployment deployment, CommandSite site) => ByCommand.Of(deployment).GetValueOrDefault(site.Command);

    private static Dictionary<ShellCommand, StepOfCommand> Index(Deployment deployment)
    {
        Dictionary<ShellCommand, StepOfCommand> steps = new(ReferenceEqualityComparer.Instance);
        foreach (var workflow in deployment.Of<Workflow>())
        {
            foreach (var job in workflow.Jobs)
            {
                foreach (var step in job.Steps)
                {
                    foreach (var command in step.Run?.Commands ?? [])
                    {
                        // A step that an alias repeats is found where it stands first.
                        steps.TryAdd(command, new StepOfCommand(workflow, job, step));
                    }
                }
            }
        }

        return steps;
    }
}
