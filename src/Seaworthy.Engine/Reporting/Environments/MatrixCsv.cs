using Seaworthy.Engine.Environments;

namespace Seaworthy.Engine.Reporting.Environments;

/// <summary>The environment matrix as a row for every cell, for spreadsheets that make tables of it.</summary>
public static class MatrixCsv
{
    private static readonly string[] Header =
    [
        "matrix",
        "service",
        "aspect",
        "name",
        "difference",
        "because",
        "environment",
        "text",
        "place",
    ];

    public static void Write(IReadOnlyList<EnvironmentMatrix> matrices, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\r\n";
        output.WriteLine(string.Join(',', Header));
        var rows =
            from matrix in matrices
            from service in matrix.Services
            from row in service.Rows
            from pair in matrix.Columns.Zip(row.Cells, (column, cell) => new { column, cell })
            select (IEnumerable<string>)
                [
                    matrix.Name,
                    service.Name,
                    Words.Of(row.Aspect),
                    row.Name,
                    Words.Of(row.Difference),
                    row.Because,
                    pair.column.Name,
                    pair.cell.Text ?? "",
                    pair.cell.Place?.ToString() ?? "",
                ];
        foreach (var row in rows)
        {
            output.WriteLine(string.Join(',', row.Select(CsvReport.Cell)));
        }
    }
}
