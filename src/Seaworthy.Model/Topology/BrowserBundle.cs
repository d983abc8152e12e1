using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A bundle for browsers that an image's build makes, and the variables it needs and is not given.</summary>
/// <param name="Step">The command that makes it.</param>
/// <param name="Missing">Variables that nothing of the repository gives to the step, and without which an address breaks.</param>
public sealed record BrowserBundle(Image Image, Component Component, SourceSpan Step, IReadOnlyList<MissingBundleVariable> Missing)
{
    /// <summary>No local env file reaches the step either: it is not copied, or kept out of the context.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The line that keeps it out of the context, if one does.</summary>
    public SourceSpan? KeptOut { get; init; }

    /// <summary>Pipelines alone build the image, of what they check out: there is no env file that nobody committed.</summary>
    public SourceSpan? CheckedOut { get; init; }
}
