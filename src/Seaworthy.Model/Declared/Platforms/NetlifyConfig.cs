using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A netlify.toml.</summary>
/// <remarks>Source: Netlify documentation, "File-based configuration".</remarks>
public sealed record NetlifyConfig(SourceFile File) : Artifact(File)
{
    /// <summary>The build at large, and what contexts say otherwise (by name).</summary>
    public IReadOnlyList<NetlifyBuild> Builds { get; init; } = [];

    public IReadOnlyList<PlatformRewrite> Redirects { get; init; } = [];

    public IReadOnlyList<Fact<string>> Plugins { get; init; } = [];
}
