using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>The build of one package of a JavaScript workspace, in an image, needs what the build of another one makes.</summary>
/// <param name="Span">The command.</param>
/// <param name="Tool">What builds: <c>next</c>, <c>tsc</c>.</param>
/// <param name="Package">The one that is built.</param>
/// <param name="Needed">The one that it imports.</param>
/// <param name="Import">Where it does.</param>
/// <param name="Entry">The file to which the manifest of the needed one leads.</param>
public sealed record WorkspaceNeed(
    Image Image,
    SourceSpan Span,
    string Tool,
    PackageJson Package,
    PackageJson Needed,
    SourceSpan Import,
    NamedPath Entry
)
{
    /// <summary>The scripts of packages through which the command builds.</summary>
    public IReadOnlyList<SourceSpan> Through { get; init; } = [];

    /// <summary>Where the stage lacks that file just before; null where it may have it.</summary>
    public PathAnswer? Lacking { get; init; }

    /// <summary>A COPY that brings the file from a machine on which it was built before; null where none does.</summary>
    public SourceSpan? Overlay { get; init; }
}
