using Seaworthy.Engine.Environments;
using Seaworthy.Engine.Reporting.Environments;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>The environments side by side: what drifted apart, open; what differs as it is meant to, on demand.</summary>
internal static class HtmlEnvironments
{
    public static void Write(IReadOnlyList<EnvironmentMatrix> matrices, HtmlWriter html)
    {
        if (matrices.Count == 0)
        {
            return;
        }

        html.Write($"<section id=\"environments\" aria-labelledby=\"environments-title\"><h2 id=\"environments-title\">Environments</h2>");
        foreach (var matrix in matrices)
        {
            Write(matrix, html);
        }

        html.Write($"</section>");
    }

    private static void Write(EnvironmentMatrix matrix, HtmlWriter html)
    {
        html.Write(
            $"<div class=\"card environments\"><h3>{MatrixText.Title(matrix)}</h3><p class=\"note\">{MatrixText.Summary(matrix)}</p>"
        );
        html.Write($"<ul class=\"because\">{matrix.Columns.Select(Column)}</ul>");
        WriteTable("What drifted apart", matrix, service => [.. service.With(Difference.Drift)], html);
        var open = matrix.Services.SelectMany(MatrixText.Open, Open).ToList();
        if (open.Count > 0)
        {
            html.Write($"<h4>Left to what the repository does not hold</h4><ul>{open}</ul>");
        }

        if (matrix.With(Difference.Intended).Any())
        {
            var only = MatrixText
                .Only(matrix)
                .Select(one => (Markup)$"<li>Only in {one.Environments}: {string.Join(", ", one.Names)}</li>");
            var oneSided = matrix.Services.SelectMany(service => MatrixText.OneSided(service, matrix), OneSided);
            html.Write($"<details><summary>What differs as meant</summary>");
            WriteTable("What differs as meant", matrix, MatrixText.Intended, html);
            html.Write($"<ul>{oneSided}{only}</ul></details>");
        }

        html.Write($"</div>");
    }

    private static Markup Column(MatrixColumn column) =>
        $"<li><strong>{column.Name}</strong> {column.Because.Select(fact => (Markup)$"<span class=\"note\">{fact.Value}</span> {HtmlText.Place(fact.Span)} ")}</li>";

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
