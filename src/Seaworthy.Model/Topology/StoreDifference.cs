using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A value of the caller that differs from the store's.</summary>
/// <param name="Given">The caller's value; null for a password, which is never shown, and for no value.</param>
/// <param name="Made">What the store has instead, in the words of its image: <c>shop (POSTGRES_DB)</c>; null when a password.</param>
/// <param name="GivenAt">Where the caller gives it.</param>
/// <param name="MadeAt">The line that sets the store's value; null when no line does.</param>
public sealed record StoreDifference(StorePart Part, string? Given, string? Made, SourceSpan GivenAt, SourceSpan? MadeAt)
{
    /// <summary>Why something else may have made it; null when nothing can have.</summary>
    public string? UndecidedBecause { get; init; }
}
