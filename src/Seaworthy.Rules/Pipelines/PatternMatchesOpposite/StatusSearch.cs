using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A condition looks with <c>grep</c> for a word in the status that a program prints.</summary>
/// <param name="Word">The word: <c>active</c>.</param>
/// <param name="Opposite">The word for the opposite, which contains it: <c>inactive</c>.</param>
internal sealed record StatusSearch(CommandSite Site, SourceSpan Printer, string Word, string Opposite)
{
    /// <summary>The pattern also finds the opposite.</summary>
    public bool FindsOpposite { get; init; }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; init; } = "";
}
