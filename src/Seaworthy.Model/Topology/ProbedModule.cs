using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A package whose module the health check of an image imports, and whether the image installs it.</summary>
/// <param name="Answer">Unknown with the reason where more may be installed than is told.</param>
public sealed record ProbedModule(Image Image, string Module, string Package, PathAnswer Answer)
{
    /// <summary>The commands that install packages.</summary>
    public IReadOnlyList<SourceSpan> Installs { get; init; } = [];

    /// <summary>The manifests that they install, the first one first.</summary>
    public IReadOnlyList<SourceFile> Manifests { get; init; } = [];
}
