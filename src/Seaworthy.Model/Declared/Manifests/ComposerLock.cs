using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>What composer.lock demands of PHP itself.</summary>
/// <remarks>Source: Composer documentation, "Platform packages".</remarks>
public sealed record ComposerLock(SourceFile File) : Artifact(File)
{
    /// <summary>Extensions that its packages require, less those that one of them provides.</summary>
    public IReadOnlyList<ComposerExtension> Extensions { get; init; } = [];

    /// <summary>Versions of PHP that its packages require, each range once; those of tools are wanted with <c>--no-dev</c> left out.</summary>
    public IReadOnlyList<RuntimeRequirement> Runtimes { get; init; } = [];

    public IReadOnlyList<RuntimeRequirement> ToolRuntimes { get; init; } = [];

    public bool HasPackages { get; init; }
}
