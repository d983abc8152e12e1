using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>What composer.lock demands of PHP itself.</summary>
/// <remarks>Source: Composer documentation, "Platform packages".</remarks>
public sealed record ComposerLock(SourceFile File) : Artifact(File)
{
    /// <summary>Extensions that its packages require, less those that one of them provides.</summary>
    public IReadOnlyList<ComposerExtension> Extensions { get; init; } = [];

    public bool HasPackages { get; init; }
}
