using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A module that source imports by its place in the repository, and that no clone has.</summary>
/// <param name="Path">The outermost part of it that is not there: <c>web/src/lib</c>, <c>web/src/lib/utils</c>.</param>
/// <param name="Module">As the first import names it.</param>
/// <param name="Places">The imports, one for each file.</param>
public sealed record AbsentModule(string Path, string Module, IReadOnlyList<SourceSpan> Places)
{
    /// <summary>The path of the repository that differs in the case of letters only.</summary>
    public string? OtherCase { get; init; }

    /// <summary>The line that keeps it out of every clone.</summary>
    public SourceSpan? IgnoredBy { get; init; }

    /// <summary>Why it may still be there when it is needed; null without a sign of that.</summary>
    public string? UnknownBecause { get; init; }
}
