using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Reading.Formats.Expressions;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>Whether a step or job may be left out because of what the workspace holds, or fail without harm.</summary>
internal static class StepConditions
{
    public static bool MayBeLeftOut(WorkflowStep step) => Asks(step.If) || step.ContinueOnError is { Literal: not "false" };

    public static bool MayBeLeftOut(WorkflowJob job) => Asks(job.If) || job.ContinueOnError is { Literal: not "false" };

    // The branch or event is the ordinary way to start a deployment; anything else may stand for "if it is there".
    private static bool Asks(Condition? condition) =>
        condition is not null
        && (
            condition.Raw.Trim() is "false" or "${{ false }}"
            || condition.References.Any(reference => reference.Context is "steps" or "needs" or "env" or "vars" or "inputs" or "hashfiles")
            || ExpressionReferences
                .Calls(condition.Expression)
                .Any(call => call.Function.Equals("hashFiles", StringComparison.OrdinalIgnoreCase))
        );
}
