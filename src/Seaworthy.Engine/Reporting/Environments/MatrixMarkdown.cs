using Seaworthy.Engine.Environments;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting.Environments;

/// <summary>The environment matrix as a section of a document: what drifted first, with the places; then what differs as it is meant to.</summary>
public static class MatrixMarkdown
{
    public static void Write(IReadOnlyList<EnvironmentMatrix> matrices, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        if (matrices is [])
        {
            return;
        }

        output.WriteLine("## Environments\n");
        foreach (var matrix in matrices)
        {
            Write(matrix, output);
        }
    }

    private static void Write(EnvironmentMatrix matrix, TextWriter output)
    {
        output.WriteLine($"### {Escape(MatrixText.Title(matrix))}\n");
        foreach (var column in matrix.Columns)
        {
            output.WriteLine(
                $"- **{Escape(column.Name)}**: {string.Join("; ", column.Because.Select(fact => $"{Escape(fact.Value)} ({Place(fact.Span)})"))}"
            );
        }

        output.WriteLine($"\n{Escape(MatrixText.Summary(matrix))}\n");
        WriteTable("Drift", matrix, service => [.. service.With(Difference.Drift)], Why, output);
        WriteOpen(matrix, output);
        WriteTable("As meant", matrix, MatrixText.Intended, null, output);
        var oneSided = matrix
            .Services.SelectMany(service => MatrixText.OneSided(service, matrix), (service, given) => new { service, given })
            .ToList();
        foreach (var one in oneSided)
        {
            output.WriteLine(
                $"- {Escape(one.service.Name)}, only in {Escape(one.given.Environments)}: {string.Join(", ", one.given.Names.Select(Escape))}"
            );
        }

        output.Write(oneSided.Count > 0 ? "\n" : "");
        foreach (var (environments, services) in MatrixText.Only(matrix))
        {
            output.WriteLine($"Only in {Escape(environments)}: {string.Join(", ", services.Select(Escape))}.\n");
        }
    }

    private static void WriteTable(
        string title,
        EnvironmentMatrix matrix,
        Func<MatrixService, IReadOnlyList<MatrixRow>> rows,
        Func<MatrixRow, string>? why,
        TextWriter output
    )
    {
        if (!matrix.Services.Any(service => rows(service).Count > 0))
        {
            return;
        }

        var names = matrix.Columns.Select(column => Escape(column.Name)).ToList();
        output.WriteLine($"| {title} | | {string.Join(" | ", names)} |{(why is null ? "" : " Why |")}");
        output.WriteLine($"| --- | --- | {string.Join(" | ", names.Select(_ => "---"))} |{(why is null ? "" : " --- |")}");
        foreach (var service in matrix.Services)
        {
            foreach (var row in rows(service))
            {
                var cells = row.Cells.Select(cell => Cell(cell, withPlace: why is not null));
                output.WriteLine(
                    $"| {Escape(service.Name)} | {Escape(row.Title)} | {string.Join(" | ", cells)} |{(why is null ? "" : $" {why(row)} |")}"
                );
            }
        }

        output.WriteLine();
    }

    private static string Why(MatrixRow row) => row.ReadAt is { } read ? $"{Escape(row.Because)} ({Place(read)})" : Escape(row.Because);

    private static string Cell(MatrixCell cell, bool withPlace) =>
        withPlace && cell.Place is { } place ? $"{Escape(MatrixText.Cell(cell))} {Place(place)}" : Escape(MatrixText.Cell(cell));

    private static void WriteOpen(EnvironmentMatrix matrix, TextWriter output)
    {
        var open = matrix.Services.SelectMany(service => MatrixText.Open(service), (service, left) => new { service, left }).ToList();
        foreach (var one in open)
        {
            output.WriteLine(
                $"- {Escape(one.service.Name)}: whether it has {string.Join(", ", one.left.Names.Select(Escape))} is open: {Escape(one.left.Because)}"
            );
        }

        if (open.Count > 0)
        {
            output.WriteLine();
        }
    }
}
