using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Ledger;

/// <summary>A deployment that ended in the middle, and what is to be done about it.</summary>
/// <param name="Release">Its release.</param>
/// <param name="IsPromoted">It counts: what is left of it is done. Else it is undone.</param>
/// <param name="Steps">What is to be done, or undone, in that order.</param>
public sealed record Unfinished(int Release, bool IsPromoted, IReadOnlyList<DeployStep> Steps)
{
    /// <summary>What happens to it, as a sentence.</summary>
    public string Notice =>
        IsPromoted
            ? $"Release {Release} was not brought to its end: what is left is done now"
            : $"Release {Release} ended in the middle: it is taken back now";

    /// <summary>Traffic may have been at its containers.</summary>
    public bool HasSwitched => Steps.Any(step => step.Kind is StepKind.Switch or StepKind.Canary);
}
