using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The actions of this repository, whose steps are in for the steps that use them.</summary>
internal sealed class LocalActions(Deployment deployment)
{
    private const int MostDepth = 4;

    private readonly Dictionary<string, CompositeAction> actions = deployment
        .Of<CompositeAction>()
        .ToDictionary(action => action.File.Directory, StringComparer.Ordinal);

    public IEnumerable<WorkflowStep> Steps(WorkflowJob job) => job.Steps.SelectMany(step => Inside(step, 0));

    private IEnumerable<WorkflowStep> Inside(WorkflowStep step, int depth) =>
        step.Uses is { Kind: ActionReferenceKind.Local } uses
        && depth < MostDepth
        && actions.TryGetValue(uses.Path, out var action)
        && action.Steps.Count > 0
            ? action.Steps.SelectMany(inner => Inside(step.If is null ? inner : inner with { If = step.If }, depth + 1))
            : [step];
}
