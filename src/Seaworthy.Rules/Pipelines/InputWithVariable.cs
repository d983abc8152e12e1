using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>An input of an action that contains a dollar sign.</summary>
internal sealed record InputWithVariable(Workflow Workflow, WorkflowJob Job, WorkflowStep Step, ActionReference Action, NamedTemplate Input)
{
    /// <summary>What the step has as environment variables, the nearest first.</summary>
    public IEnumerable<NamedTemplate> Environment => [.. Step.Environment, .. Job.Environment, .. Workflow.Environment];
}
