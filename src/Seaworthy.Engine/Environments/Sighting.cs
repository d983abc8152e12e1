using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Environments;

/// <summary>A service in one environment; without a workload where it does not run.</summary>
internal sealed record Sighting(MatrixColumn Column, Workload? Workload)
{
    public bool IsRelied => Column.IsRelied;

    /// <summary>What an aspect says here.</summary>
    public MatrixCell Cell(Func<Workload, (string? Text, SourceSpan? Place)> tell)
    {
        if (Workload is null)
        {
            return MatrixCell.Absent;
        }

        var (text, place) = tell(Workload);
        return new MatrixCell(text, place ?? Workload.Span);
    }
}
