using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A variable that a process is given.</summary>
/// <param name="Span">Where it is given: the line to mend.</param>
/// <param name="Origin">What gives it.</param>
public sealed record SuppliedVariable(string Name, Resolved Value, SourceSpan Span, SupplyOrigin Origin)
{
    /// <summary>Its line takes another variable: <c>PASSWORD: ${DB_PASSWORD}</c>.</summary>
    public bool TakesVariable => Span.Line.Contains("${", StringComparison.Ordinal);
}
