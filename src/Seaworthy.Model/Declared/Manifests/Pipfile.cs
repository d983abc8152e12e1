using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>Pipenv's Pipfile.</summary>
public sealed record Pipfile(SourceFile File) : Manifest(File, Ecosystem.Python)
{
    public IReadOnlyList<PackageScript> Scripts { get; init; } = [];
}
