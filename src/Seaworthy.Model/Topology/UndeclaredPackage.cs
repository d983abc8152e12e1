using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A package that source imports and no manifest asks for.</summary>
/// <param name="Package">Its name in the registry.</param>
/// <param name="Module">As the source names it.</param>
/// <param name="Places">The imports, those that stop the program first.</param>
public sealed record UndeclaredPackage(string Package, string Module, IReadOnlyList<SourceSpan> Places)
{
    /// <summary>The first place runs when the program starts: it is at the top of a module that the program loads.</summary>
    public bool StopsProgram { get; init; }

    /// <summary>All places are in modules that nothing in the repository was seen to load.</summary>
    public bool IsUnreached { get; init; }

    /// <summary>Why the package may still be installed; null without a sign of that.</summary>
    public string? MayBeThereBecause { get; init; }
}
