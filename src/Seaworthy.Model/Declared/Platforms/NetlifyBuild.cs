using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary><c>[build]</c>, or a <c>[context.NAME]</c> that changes it.</summary>
/// <param name="Context">Null for the build at large.</param>
public sealed record NetlifyBuild(Fact<string>? Context, SourceSpan Span)
{
    /// <summary>The directory the command runs in.</summary>
    public Fact<string>? Base { get; init; }

    public PlatformCommand? Command { get; init; }

    /// <summary>What is published, relative to the base.</summary>
    public Fact<string>? Publish { get; init; }

    public IReadOnlyList<PlatformVariable> Environment { get; init; } = [];
}
