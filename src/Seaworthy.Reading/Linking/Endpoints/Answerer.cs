using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>The component that answers at an address.</summary>
/// <param name="Because">How that is known, as a person would say it.</param>
/// <param name="UncertainBecause">Why another may answer there; null when none can.</param>
internal sealed record Answerer(Component Component, string Because, string? UncertainBecause)
{
    /// <summary>Only its source says so: it counts for a start by hand.</summary>
    public bool IsGuess { get; init; }
}
