using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A skaffold.yaml: the images that are built here, and put with their tags into the manifests that it deploys.</summary>
/// <remarks>Source: Skaffold documentation, "skaffold.yaml".</remarks>
public sealed record SkaffoldConfig(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<SkaffoldArtifact> Artifacts { get; init; } = [];
}
