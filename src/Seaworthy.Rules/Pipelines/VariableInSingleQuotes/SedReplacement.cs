using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A <c>sed</c> of a pipeline or script writes the value of a variable into a file.</summary>
/// <param name="Span">The program of <c>sed</c>.</param>
/// <param name="File">The file that it reads, as written.</param>
internal sealed record SedReplacement(CommandSite Site, SourceSpan Span, string File)
{
    /// <summary>The variable that single quotes keep from the shell, as written: <c>${TAG}</c>. Null where the shell replaces it.</summary>
    public string? Kept { get; init; }

    /// <summary>Where the variable is set, or used as one.</summary>
    public SourceSpan? SetAt { get; init; }
}
