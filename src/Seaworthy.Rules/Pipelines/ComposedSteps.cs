using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step, or the steps of the action of this repository that it calls, with what the call gives them.</summary>
/// <remarks>Source: GitHub Docs, "Metadata syntax reference", runs for composite actions.</remarks>
internal static class ComposedSteps
{
    private const int MaximumDepth = 3;

    public static IEnumerable<WorkflowStep> Of(WorkflowStep step, ILookup<string, CompositeAction> actions) => Of(step, actions, 0);

    private static IEnumerable<WorkflowStep> Of(WorkflowStep step, ILookup<string, CompositeAction> actions, int depth) =>
        step.Uses is { Kind: ActionReferenceKind.Local } uses
        && depth < MaximumDepth
        && actions[uses.Path].FirstOrDefault() is { Steps.Count: > 0 } action
            ? action.Steps.SelectMany(inner => Of(Given(inner, step, action), actions, depth + 1))
            : [step];

    private static WorkflowStep Given(WorkflowStep inner, WorkflowStep call, CompositeAction action) =>
        inner with
        {
            With = [.. inner.With.Select(input => Given(input, call, action))],
            Environment = [.. inner.Environment.Select(variable => Given(variable, call, action)), .. call.Environment],
        };

    private static NamedTemplate Given(NamedTemplate value, WorkflowStep call, CompositeAction action) =>
        value.Value is { Parts.Count: 1, References: [{ Context: "inputs", IsPartial: false, Name: { } name }] }
        && (call.Input(name) ?? action.Inputs.FirstOrDefault(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Default)
            is { } given
            ? value with
            {
                Value = given,
            }
            : value;
}
