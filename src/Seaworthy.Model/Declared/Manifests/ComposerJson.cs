using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>composer.json.</summary>
/// <remarks>Source: Composer documentation, "The composer.json schema".</remarks>
public sealed record ComposerJson(SourceFile File) : Manifest(File, Ecosystem.Composer)
{
    public IReadOnlyList<PackageScript> Scripts { get; init; } = [];

    /// <summary>PHP extensions asked for (<c>ext-pdo_mysql</c>), without <c>ext-</c>.</summary>
    public IReadOnlyList<Fact<string>> Extensions { get; init; } = [];
}
