using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>One way in which a workflow is started: an event, what happened, and on which ref.</summary>
/// <param name="Event">The event's name; null when a calling workflow decides it.</param>
internal sealed record RunScenario(string? Event, ExpressionValue Action, ExpressionValue Ref, ExpressionValue BaseRef)
{
    /// <summary>What somebody who starts it by hand chooses; null where the conditions do not ask, or ask for several inputs.</summary>
    public ChosenInput? Chosen { get; init; }

    public bool IsPullRequest => Event is "pull_request" or "pull_request_target";
}
