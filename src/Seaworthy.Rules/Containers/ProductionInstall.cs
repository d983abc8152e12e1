using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An installation of a package of the repository, in an image, that leaves development dependencies out and runs scripts.</summary>
/// <param name="Scripts">What it runs of the package itself, in order.</param>
internal sealed record ProductionInstall(Image Image, StageCommand At, PackageJson Package, IReadOnlyList<PackageScript> Scripts)
{
    /// <summary>The release of the package manager is known to do so.</summary>
    public bool IsCertain { get; init; }

    /// <summary>The variable that leaves them out, when no option does.</summary>
    public SourceSpan? Because { get; init; }
}
