using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A package that a program imports as it starts, and that nothing in its image installs.</summary>
/// <param name="Package">Its name in the registry.</param>
/// <param name="Module">As the source names it.</param>
/// <param name="Span">The import that runs first.</param>
/// <param name="Declared">Where the repository asks for it: in a manifest that the image does not install, or in a part of one that it leaves out.</param>
public sealed record UninstalledPackage(string Package, string Module, SourceSpan Span, Dependency Declared)
{
    /// <summary>Installed packages often depend on it.</summary>
    public bool IsCommonlyBrought { get; init; }

    /// <summary>The import through which the file of this one is loaded; null in the file that is started.</summary>
    public SourceSpan? Through { get; init; }
}
