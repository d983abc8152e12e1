using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Composer installs packages in the build of an image upon PHP's official one.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Base">The image of PHP.</param>
public sealed record ComposerInstall(string Subject, SourceSpan Span, Fact<string> Base)
{
    /// <summary>Extensions that are demanded, and that neither the image holds nor anything before adds.</summary>
    public IReadOnlyList<ComposerExtension> Missing { get; init; } = [];

    /// <summary>Something before may add extensions of which nothing is known.</summary>
    public bool MayHaveMore { get; init; }

    /// <summary>Whether a tool to unpack or clone the downloads is installed; null when unknown.</summary>
    public bool? CanUnpack { get; init; }
}
