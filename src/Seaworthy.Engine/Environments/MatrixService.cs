using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>One service in every environment.</summary>
/// <param name="Workloads">In the order of the environments; null where it does not run.</param>
public sealed record MatrixService(string Name, IReadOnlyList<Workload?> Workloads)
{
    /// <summary>What is the same everywhere included.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; init; } = [];

    public IEnumerable<MatrixRow> With(Difference difference) => Rows.Where(row => row.Difference == difference);
}
