using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The purpose of a step with an action: from knowledge of the action, or else from its name.</summary>
internal static class ActionIntents
{
    public static IReadOnlyList<StepIntent> Of(WorkflowStep step)
    {
        if (step.Uses is not { } uses)
        {
            return [];
        }

        if (KnownActions.Find(uses.Name) is { } known)
        {
            // The command of an action that is a command line of its own may be any.
            if (known.Intents.Contains(StepIntent.Deploy) && (step.Input("args") ?? step.Input("command")) is { } arguments)
            {
                return arguments.Raw.Contains("rollback", StringComparison.Ordinal) ? [StepIntent.RollBack]
                    : arguments.Raw.Contains("deploy", StringComparison.Ordinal)
                    || arguments.Raw.Contains("publish", StringComparison.Ordinal)
                        ? known.Intents
                    : [];
            }

            return Pushes(step) && known.Intents.Contains(StepIntent.BuildImage)
                ? [.. known.Intents, .. known.Intents.Contains(StepIntent.PushImage) ? [] : new[] { StepIntent.PushImage }]
                : known.Intents;
        }

        return uses.Kind switch
        {
            ActionReferenceKind.Repository => [.. OfName(uses.Name)],
            ActionReferenceKind.Docker => [.. OfName(uses.Image)],
            _ => [],
        };
    }

    // "push: true" or an expression that may be true; outputs that name a registry.
    private static bool Pushes(WorkflowStep step) =>
        step.Input("push") is { } push && push.Literal?.Trim() is not ("false" or "")
        || step.Input("outputs") is { Raw: var outputs }
            && (outputs.Contains("type=registry", StringComparison.Ordinal) || outputs.Contains("push=true", StringComparison.Ordinal));

    private static IEnumerable<StepIntent> OfName(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        return last.StartsWith("setup-", StringComparison.Ordinal) || last.StartsWith("install-", StringComparison.Ordinal)
            ? [StepIntent.SetUp]
            : IntentNames.Of(last);
    }
}
