using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary><c>[build]</c>: where the app's image comes from.</summary>
public sealed record FlyBuild(SourceSpan Span)
{
    /// <summary>A ready image.</summary>
    public Fact<string>? Image { get; init; }

    /// <summary>Relative to the directory of the file.</summary>
    public Fact<string>? Dockerfile { get; init; }

    public Fact<string>? Target { get; init; }

    public Fact<string>? IgnoreFile { get; init; }

    public Fact<string>? Builder { get; init; }

    public IReadOnlyList<PlatformVariable> Args { get; init; } = [];
}
