using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The <c>strategy.matrix</c> of a job.</summary>
/// <param name="Computed">The whole matrix as one expression (<c>fromJSON(…)</c>): its values are unknown.</param>
public sealed record JobMatrix(
    IReadOnlyList<MatrixAxis> Axes,
    IReadOnlyList<MatrixCombination> Include,
    IReadOnlyList<MatrixCombination> Exclude,
    ExpressionTemplate? Computed,
    SourceSpan Span
)
{
    /// <summary><c>include</c> or <c>exclude</c> is itself an expression.</summary>
    public bool IsPartlyComputed { get; init; }
}
