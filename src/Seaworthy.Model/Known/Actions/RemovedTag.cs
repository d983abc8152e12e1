namespace Seaworthy.Model.Known.Actions;

/// <summary>A tag that an action does not have any more, or never had since its publisher changed their form.</summary>
/// <param name="Instead">The tag that holds the same, or the oldest that is left.</param>
/// <param name="Because">What happened, as part of a sentence.</param>
public sealed record RemovedTag(string Instead, string Because)
{
    /// <summary>An input whose value named a file inside the action, which has moved since: the old beginning, and the new one.</summary>
    public MovedInput? Moved { get; init; }
}
