using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What the source of a component imports from packages, held against the manifests that declare them.</summary>
/// <param name="Manifest">The nearest of the manifests whose packages the source may use; null when there is no such file.</param>
public sealed record PackageImports(Component Component, Ecosystem Ecosystem, Manifest? Manifest)
{
    /// <summary>Packages that nothing declares or installs.</summary>
    public IReadOnlyList<UndeclaredPackage> Undeclared { get; init; } = [];

    /// <summary>A lock file lists everything installed, with dependencies of packages.</summary>
    public bool IsLocked { get; init; }

    /// <summary>How many of the imported packages are declared.</summary>
    public int Declared { get; init; }

    /// <summary>Most of what the source imports is not declared: the manifest was written for something else, and the source runs elsewhere or not at all.</summary>
    public bool IsForOtherSource => Undeclared.Count > 3 && Undeclared.Count > Declared;

    /// <summary>The usual manifest's path where one is absent, and the line of <c>.gitignore</c> that keeps it out of a clone.</summary>
    public Fact<string>? IgnoredManifest { get; init; }
}
