using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Scoring;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>The score of each area with a bar, in two columns where there is room.</summary>
internal sealed class TerminalAreas(IAnsiConsole console)
{
    private const int BarLength = 8;
    private const int NameLength = 16;
    private const int CellLength = 37;
    private const decimal Good = 8;
    private const decimal Poor = 5;

    public void Write(Score score)
    {
        var judged = score.Areas.Where(area => area.Value is not null).ToList();
        var columns = console.Profile.Width >= 2 * CellLength ? 2 : 1;
        var rows = (judged.Count + columns - 1) / columns;
        for (var row = 0; row < rows; row++)
        {
            var cells = Enumerable.Range(0, columns).Select(column => (column * rows) + row).Where(at => at < judged.Count);
            console.MarkupLine("  " + string.Join("   ", cells.Select(at => Cell(judged[at]))));
        }

        WriteNames("too little to judge", score.Areas.Where(area => area is { Value: null, Judged: > 0 }));
        WriteNames("nothing to judge", score.Areas.Where(area => area.Judged == 0));
        console.WriteLine();
    }

    private void WriteNames(string label, IEnumerable<AreaScore> areas)
    {
        var names = string.Join(", ", areas.Select(area => Words.Plain(Words.Of(area.Area))));
        if (names.Length > 0)
        {
            console.WriteWrapped($"{label}: {names}", "grey", lead: "  ");
        }
    }

    private static string Cell(AreaScore area)
    {
        var full = (int)(area.Value * BarLength / 10 ?? 0);
        var bar = $"[{Colour(area.Value)}]{new string('█', full)}[/][grey]{new string('░', BarLength - full)}[/]";
        return $"{Words.Title(area.Area), -NameLength} {ScoreText.Number(area.Value), 4} {bar} [grey]{ScoreText.Percent(area.Coverage), 5}[/]";
    }

    private static string Colour(decimal? value) =>
        value switch
        {
            null => "grey",
            >= Good => "green",
            >= Poor => "olive",
            _ => "red",
        };
}
