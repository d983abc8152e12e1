using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Something a caller gives that the store was not made with.</summary>
/// <param name="Given">What the caller gives; null for a password, which is told to nobody, and for nothing at all.</param>
/// <param name="Made">What the store has instead, in the words of its image: <c>shop (POSTGRES_DB)</c>; null when a password.</param>
/// <param name="GivenAt">Where the caller gives it.</param>
/// <param name="MadeAt">Where the store is told; null when nothing tells it.</param>
public sealed record StoreDifference(StorePart Part, string? Given, string? Made, SourceSpan GivenAt, SourceSpan? MadeAt)
{
    /// <summary>Why something else may have made it; null when nothing can have.</summary>
    public string? UndecidedBecause { get; init; }
}
