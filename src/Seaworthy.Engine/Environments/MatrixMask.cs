using Seaworthy.Engine.Reporting.Secrets;

namespace Seaworthy.Engine.Environments;

/// <summary>Environments side by side without the secrets that are known by their values.</summary>
internal sealed class MatrixMask(Quotations quotations)
{
    public EnvironmentMatrix Of(EnvironmentMatrix matrix) =>
        matrix with
        {
            Name = quotations.ByValue(matrix.Name),
            Columns =
            [
                .. matrix.Columns.Select(column =>
                    column with
                    {
                        Name = quotations.ByValue(column.Name),
                        Because = [.. column.Because.Select(fact => fact with { Value = quotations.ByValue(fact.Value) })],
                    }
                ),
            ],
            Services =
            [
                .. matrix.Services.Select(service =>
                    service with
                    {
                        Name = quotations.ByValue(service.Name),
                        Rows = [.. service.Rows.Select(Of)],
                    }
                ),
            ],
        };

    private MatrixRow Of(MatrixRow row) =>
        row with
        {
            Name = quotations.ByValue(row.Name),
            Because = quotations.ByValue(row.Because),
            Cells = [.. row.Cells.Select(cell => cell.Text is null ? cell : cell with { Text = quotations.ByValue(cell.Text) })],
        };
}
