using Seaworthy.Engine.Environments;
using Seaworthy.Engine.Reporting.Environments;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>The environment matrix as a person reads it: what drifted, with its places; what is left open; then in columns what differs as it is meant to.</summary>
internal sealed class TerminalMatrix(IAnsiConsole console)
{
    private const int Widest = 34;
    private const int NamesShown = 12;

    public void Write(IReadOnlyList<EnvironmentMatrix> matrices)
    {
        if (matrices.Count == 0)
        {
            console.MarkupLine(MatrixText.OneOnly);
        }

        foreach (var matrix in matrices)
        {
            Write(matrix);
        }
    }

    private void Write(EnvironmentMatrix matrix)
    {
        console.WriteHeading(MatrixText.Title(matrix));
        var width = matrix.Columns.Max(column => column.Name.Length);
        foreach (var column in matrix.Columns)
        {
            var because = column.Because.Select(fact => $"[grey]{Escaped(fact.Value)}[/] [blue]{Escaped(fact.Span.ToString())}[/]");
            console.MarkupLine($"  {Escaped(column.Name.PadRight(width))}  {string.Join(", ", because)}");
        }

        console.WriteLine();
        WriteDrift(matrix, width);
        WriteOpen(matrix);
        WriteIntended(matrix);
        console.MarkupLine($"[bold]{Escaped(MatrixText.Summary(matrix))}[/]");
        console.WriteLine();
    }

    private void WriteDrift(EnvironmentMatrix matrix, int width)
    {
        foreach (var service in matrix.Services)
        {
            foreach (var rows in MatrixText.Drift(service))
            {
                var titles = string.Join(", ", rows.Select(row => row.Title));
                console.MarkupLine(
                    $"[black on yellow] DRIFT [/] [bold]{Escaped(service.Name)}[/]  {Escaped(titles)}: {Escaped(rows[0].Because)}"
                );
                foreach (var row in rows)
                {
                    WriteCells(row, matrix, width);
                }

                console.WriteLine();
            }
        }
    }

    private void WriteCells(MatrixRow row, EnvironmentMatrix matrix, int width)
    {
        var texts = row.Cells.Select(MatrixText.Cell).ToList();
        var widest = texts.Max(text => text.Length);
        foreach (var (index, cell) in row.Cells.Index())
        {
            var place = cell.Place is { } span ? $"  [blue]{Escaped(span.ToString())}[/]" : "";
            console.MarkupLine(
                $"    {Escaped(matrix.Columns[index].Name.PadRight(width))}  {Escaped(texts[index].PadRight(widest))}{place}"
            );
        }

        if (row.ReadAt is { } read)
        {
            console.MarkupLine($"    {"read".PadRight(width)}  {Escaped(row.Title.PadRight(widest))}  [blue]{Escaped(read.ToString())}[/]");
        }
    }

    private void WriteOpen(EnvironmentMatrix matrix)
    {
        foreach (var service in matrix.Services)
        {
            foreach (var (because, names) in MatrixText.Open(service))
            {
                var more = names.Count > NamesShown ? $" and {names.Count - NamesShown} more" : "";
                console.MarkupLine(
                    $"[white on grey] OPEN [/] [bold]{Escaped(service.Name)}[/]  {Escaped(string.Join(", ", names.Take(NamesShown)))}{more}: {Escaped(because)}"
                );
                console.WriteLine();
            }
        }
    }

    private void WriteIntended(EnvironmentMatrix matrix)
    {
        foreach (var (environments, services) in MatrixText.Only(matrix))
        {
            console.MarkupLine($"[grey]only in {Escaped(environments)}:[/] {Escaped(string.Join(", ", services))}");
        }

        var shown = matrix
            .Services.Where(service => MatrixText.Intended(service).Count > 0 || MatrixText.OneSided(service, matrix).Any())
            .ToList();
        if (shown.Count == 0)
        {
            return;
        }

        var rows = shown.SelectMany(MatrixText.Intended).ToList();
        var first = rows.Select(row => row.Title.Length + 2).Append("As meant".Length).Max();
        var widths = matrix
            .Columns.Select((column, index) => rows.Select(row => Cut(row.Cells[index]).Length).Append(column.Name.Length).Max())
            .ToList();
        console.WriteLine();
        console.MarkupLine($"[grey]{Line("As meant", first, matrix.Columns.Select(column => column.Name), widths)}[/]");
        foreach (var service in shown)
        {
            console.MarkupLine($"[bold]{Escaped(service.Name)}[/]");
            foreach (var row in MatrixText.Intended(service))
            {
                console.MarkupLine(Line("  " + row.Title, first, row.Cells.Select(Cut), widths));
            }

            foreach (var (environments, names) in MatrixText.OneSided(service, matrix))
            {
                console.MarkupLine($"  [grey]only in {Escaped(environments)}: {Escaped(string.Join(", ", names))}[/]");
            }
        }

        console.WriteLine();
    }

    private static string Line(string head, int width, IEnumerable<string> cells, List<int> widths) =>
        Escaped($"{head.PadRight(width)}  {string.Join("  ", cells.Select((cell, index) => cell.PadRight(widths[index])))}".TrimEnd());

    // Images and addresses differ at their ends.
    private static string Cut(MatrixCell cell) =>
        MatrixText.Cell(cell) is { Length: > Widest } text
            ? $"{text[..(Widest / 3)]}…{text[^(Widest - (Widest / 3) - 1)..]}"
            : MatrixText.Cell(cell);

    private static string Escaped(string text) => TerminalFinding.Escaped(text);
}
