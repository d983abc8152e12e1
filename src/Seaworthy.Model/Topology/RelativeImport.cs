using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An import whose dots lead out of the package in which the program loads its file.</summary>
/// <param name="Module">As the source names it: <c>.config</c>.</param>
/// <param name="File">The file, in the container: <c>/app/app.py</c>.</param>
/// <param name="Package">The package that the file is loaded in: <c>shop.core</c>; empty for a module of its own.</param>
/// <param name="Span">The import.</param>
/// <remarks>Source: Python language reference, "Package Relative Imports".</remarks>
public sealed record RelativeImport(string Module, string File, string Package, SourceSpan Span)
{
    /// <summary>The import through which the file is loaded; null for the file that is started.</summary>
    public SourceSpan? Through { get; init; }
}
