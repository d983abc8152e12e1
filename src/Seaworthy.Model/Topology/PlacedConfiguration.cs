using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file of the repository that a program of a container reads as its configuration, where it was put.</summary>
/// <param name="Subject">Whose container: <c>web in compose.yaml</c>, <c>web/Dockerfile</c>.</param>
/// <param name="Program">What reads it: <c>nginx</c>.</param>
/// <param name="Path">Inside the container.</param>
/// <param name="Place">The instruction or mount that puts it there.</param>
public sealed record PlacedConfiguration(string Subject, string Program, SourceFile File, string Path, SourceSpan Place)
{
    /// <summary>It is part of a manifest, which some fill while they apply it.</summary>
    public bool IsInManifest { get; init; }

    /// <summary>The first thing in it that the program refuses at this path; null when nothing is.</summary>
    public Fact<string>? Foreign { get; init; }

    /// <summary>It is known what the program takes at this path.</summary>
    public bool IsPlaceJudged { get; init; }

    /// <summary>The path at which the program would take it.</summary>
    public string? BelongsAt { get; init; }

    public IReadOnlyList<PlacedHole> Holes { get; init; } = [];
}
