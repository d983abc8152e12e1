using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A variable that is set for a process.</summary>
/// <param name="Span">The line that sets it, which a fix must change.</param>
/// <param name="Origin">The kind of place that sets it.</param>
public sealed record SuppliedVariable(string Name, Resolved Value, SourceSpan Span, SupplyOrigin Origin)
{
    /// <summary>Its line takes another variable: <c>PASSWORD: ${DB_PASSWORD}</c>.</summary>
    public bool TakesVariable => Span.Line.Contains("${", StringComparison.Ordinal);
}
