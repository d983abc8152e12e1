using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>An image that Skaffold builds, as the file's top or one of its profiles says.</summary>
/// <param name="Image">Its name, without a tag.</param>
public sealed record SkaffoldArtifact(Fact<string> Image, SourceSpan Span)
{
    /// <summary>Relative to the file; its directory when absent.</summary>
    public Fact<string>? Context { get; init; }

    /// <summary>Relative to the context; <c>Dockerfile</c> when absent.</summary>
    public Fact<string>? Dockerfile { get; init; }

    public Fact<string>? Target { get; init; }

    public IReadOnlyList<PlatformVariable> Arguments { get; init; } = [];

    /// <summary>Built from a Dockerfile, not by Jib, ko, buildpacks, Bazel or a command.</summary>
    public bool UsesDocker { get; init; }
}
