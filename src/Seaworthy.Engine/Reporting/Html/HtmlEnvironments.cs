using Seaworthy.Engine.Environments;
using Seaworthy.Engine.Reporting.Environments;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>The environments side by side: open where something drifted apart; what differs on purpose, on demand.</summary>
internal static class HtmlEnvironments
{
    public static void Write(IReadOnlyList<EnvironmentMatrix> matrices, Report report, HtmlWriter html)
    {
        if (matrices.Count == 0)
        {
            return;
        }

        html.Write($"<section id=\"environments\" aria-labelledby=\"environments-title\"><h2 id=\"environments-title\">Environments</h2>");
        foreach (var same in matrices.GroupBy(Columns, StringComparer.Ordinal))
        {
            Write(same.Key, [.. same], report, html);
        }

        html.Write($"</section>");
    }

    /// <summary>The environments of one kind in one card: nine pairs of settings files are nine parts of it.</summary>
    private static void Write(string columns, IReadOnlyList<EnvironmentMatrix> matrices, Report report, HtmlWriter html)
    {
        var drifted = matrices.Sum(matrix => matrix.With(Difference.Drift).Count());
        var isOne = matrices.Count == 1;
        var title = isOne ? MatrixText.Title(matrices[0]) : columns;
        var summary = isOne
            ? MatrixText.Summary(matrices[0])
            : $"{HtmlText.Count(matrices.Count, "pair")}, {HtmlText.Whole(drifted)} drifted apart";
        html.Write(
            $"<details class=\"card environments\"{(drifted > 0 ? (Markup)$" open" : null)}><summary><h3>{title}</h3> <span class=\"note\">{summary}</span></summary>"
        );
        foreach (var matrix in matrices.OrderByDescending(matrix => matrix.With(Difference.Drift).Any() ? 1 : 0))
        {
            html.Write($"<div class=\"pair\">");
            if (!isOne)
            {
                html.Write(
                    $"<h4>{(matrix.Name.Length > 0 ? matrix.Name : MatrixText.Title(matrix))}</h4><p class=\"note\">{MatrixText.Summary(matrix)}</p>"
                );
            }

            Write(matrix, report, html);
            html.Write($"</div>");
        }

        html.Write($"</details>");
    }

    // A directory in the name of a column tells one pair from another, not one kind from another.
    private static string Columns(EnvironmentMatrix matrix) =>
        string.Join(" · ", matrix.Columns.Select(column => column.Name[(column.Name.LastIndexOf('/') + 1)..]));

    private static void Write(EnvironmentMatrix matrix, Report report, HtmlWriter html)
    {
        html.Write($"<ul class=\"because\">{matrix.Columns.Select(column => Column(column, report))}</ul>");
        WriteTable("What drifted apart", matrix, service => [.. service.With(Difference.Drift)], html);
        var open = matrix.Services.SelectMany(MatrixText.Open, Open).ToList();
        if (open.Count > 0)
        {
            html.Write($"<h4>Set outside the repository</h4><ul>{open}</ul>");
        }

        if (matrix.With(Difference.Intended).Any())
        {
            var only = MatrixText
                .Only(matrix)
                .Select(one => (Markup)$"<li>Only in {one.Environments}: {string.Join(", ", one.Names)}</li>");
            var oneSided = matrix.Services.SelectMany(service => MatrixText.OneSided(service, matrix), OneSided);
            html.Write($"<details class=\"meant\"><summary>What differs on purpose</summary>");
            WriteTable("What differs on purpose", matrix, MatrixText.Intended, html);
            html.Write($"<ul>{oneSided}{only}</ul></details>");
        }
    }

    private static Markup Column(MatrixColumn column, Report report) =>
        $"<li><strong>{column.Name}</strong> {column.Because.Select(fact => (Markup)$"<span class=\"note\">{fact.Value}</span> {HtmlText.Place(fact.Span, report)} ")}</li>";

    private static Markup OneSided(MatrixService service, OnlyIn given) =>
        $"<li><strong>{service.Name}</strong> only in {given.Environments}: {string.Join(", ", given.Names)}</li>";

    private static Markup Open(MatrixService service, LeftOpen open) =>
        $"<li><strong>{service.Name}</strong> {string.Join(", ", open.Names)} <span class=\"note\">{open.Because}</span></li>";

    private static void WriteTable(
        string caption,
        EnvironmentMatrix matrix,
        Func<MatrixService, IReadOnlyList<MatrixRow>> rows,
        HtmlWriter html
    )
    {
        if (!matrix.Services.Any(service => rows(service).Count > 0))
        {
            return;
        }

        var heads = matrix.Columns.Select(column => (Markup)$"<th scope=\"col\">{column.Name}</th>");
        html.Write(
            $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption} in {MatrixText.Title(matrix)}\"><table class=\"matrix\"><caption>{caption}</caption><thead><tr><th scope=\"col\">What</th>{heads}</tr></thead>"
        );
        foreach (var service in matrix.Services.Where(service => rows(service).Count > 0))
        {
            html.Write(
                $"<tbody><tr class=\"service\"><th scope=\"rowgroup\" colspan=\"{matrix.Columns.Count + 1}\">{service.Name}</th></tr>"
            );
            foreach (var same in rows(service).GroupBy(row => new { row.Aspect, row.Because }))
            {
                html.Write($"{same.Select(Row)}{Why(same.Key.Because, matrix.Columns.Count)}");
            }

            html.Write($"</tbody>");
        }

        html.Write($"</table></div>");
    }

    private static Markup Row(MatrixRow row)
    {
        var cells = row.Cells.Select(cell =>
            (Markup)$"<td>{MatrixText.Cell(cell)}{(cell.Place is { } place ? (Markup)$" {HtmlText.Place(place)}" : null)}</td>"
        );
        var read = row.ReadAt is { } place ? (Markup)$" <code class=\"place\">read at {place.ToString()}</code>" : null;
        return $"<tr><th scope=\"row\"><code>{row.Title}</code>{read}</th>{cells}</tr>";
    }

    private static Markup? Why(string because, int columns) =>
        because.Length > 0 ? (Markup)$"<tr class=\"why\"><td colspan=\"{columns + 1}\">{Words.Capital(because)}</td></tr>" : null;
}
