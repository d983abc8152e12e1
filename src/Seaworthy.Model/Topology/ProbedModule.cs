using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A package whose module an image's health check imports, and whether the image installs it.</summary>
/// <param name="Answer">Unknown with the reason when more packages may be installed than are named.</param>
public sealed record ProbedModule(Image Image, string Module, string Package, PathAnswer Answer)
{
    /// <summary>The commands that install packages.</summary>
    public IReadOnlyList<SourceSpan> Installs { get; init; } = [];

    /// <summary>The manifests that they install, the first one first.</summary>
    public IReadOnlyList<SourceFile> Manifests { get; init; } = [];
}
