namespace Seaworthy.Model.Known.Tags;

/// <summary>An image that its registry does not have.</summary>
/// <param name="Reason">How that is known, as half a sentence.</param>
/// <param name="Instead">What to name in its place; null when nobody can tell.</param>
public sealed record MissingImage(string Reason, string? Instead)
{
    /// <summary>Who does not have it.</summary>
    public string Registry { get; init; } = "Docker Hub";

    /// <summary>No registry at all can have it, as the name itself is refused.</summary>
    public bool IsNoName { get; init; }

    /// <summary>The publisher took all its images away and gives out the program no more, so that another takes its place.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The script beside the sources that brings the build tool of the image along, as <c>gradlew</c>; null where none would do.</summary>
    public string? Wrapper { get; init; }

    /// <summary>What to name where that script is there.</summary>
    public string? InsteadWithWrapper { get; init; }
}
