using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An image takes the jar of a Maven or Gradle project from another stage, or from its build context, where that tool has to have put it.</summary>
/// <param name="Path">From the root of the repository, with its pattern: <c>backend/target/*.jar</c>; of a stage as written.</param>
/// <param name="Span">The instruction.</param>
/// <param name="Command">What makes the jar: <c>mvn package</c>.</param>
public sealed record JarCopy(Image Image, string Path, SourceSpan Span, string Command)
{
    /// <summary>What has the image built: the service of Compose, or the document that says so.</summary>
    public required SourceSpan Builder { get; init; }

    /// <summary>The jar is in the repository, or something makes it first.</summary>
    public bool IsMade { get; init; }

    /// <summary>The line because of which git keeps the jar out of a clone.</summary>
    public SourceSpan? IgnoredBy { get; init; }
}
