using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image installs a package that takes something of the system.</summary>
/// <param name="Stage">Where it has to be: the final stage, or the one that compiles the package.</param>
/// <param name="Declared">Where the package is asked for.</param>
/// <param name="At">The import that needs it, or the command that compiles the package.</param>
internal sealed record SystemNeed(Image Image, ImageStage Stage, NativePackage Package, SourceSpan Declared, SourceSpan At)
{
    /// <summary>Neither the base holds it, nor does a command name a package that brings it.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Why it may still be there; null when the build shows everything.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>What the system's package manager has to install.</summary>
    public string? Install { get; init; }
}
