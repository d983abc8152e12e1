using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>The lines that a finding rests on: its ends side by side, each with what stands around it.</summary>
internal static class HtmlEvidence
{
    /// <summary>How many lines are shown before the one that is named, and how many behind it.</summary>
    public const int Around = 3;

    /// <summary>Never more quotations for one statement than anybody reads.</summary>
    private const int PlacesShown = 40;

    // Behind these, the named line is enough.
    private const int WithContext = 6;

    /// <summary>Places as a grid: two stand side by side where there is room.</summary>
    public static Markup Ends(IReadOnlyList<Location> locations, int around, Report report)
    {
        var more =
            locations.Count > PlacesShown
                ? (Markup)$"<li class=\"more\">and {HtmlText.Count(locations.Count - PlacesShown, "more place")}</li>"
                : null;
        var ends = locations.Take(PlacesShown).Select((location, index) => End(location, index < WithContext ? around : 0, report));
        return $"<ul class=\"ends{(locations.Count == 1 ? " alone" : "")}\">{ends}{more}</ul>";
    }

    /// <summary>One place and its line, for a list.</summary>
    public static Markup? Line(SourceSpan? place, Report report) =>
        place is { } span ? (Markup)$"<li>{HtmlText.Place(span, report)}{Code(span, around: 0, report)}</li>" : null;

    private static Markup End(Location location, int around, Report report)
    {
        var note = location.Note is { } said ? (Markup)$" <span class=\"note\">{said}</span>" : null;
        return $"<li class=\"{Words.Of(location.Role)}\"><p class=\"at\">{HtmlText.Place(location.Span, report)}{note}</p>{Code(location.Span, around, report)}</li>";
    }

    private static Markup? Code(SourceSpan span, int around, Report report)
    {
        var lines = Excerpt.Of(span, report, around);
        return lines.Count == 0 || lines.All(line => line.Text.Length == 0)
            ? null
            : (Markup)$"<pre class=\"code\">{lines.Select(Line)}</pre>";
    }

    // The numbers are drawn by the style: they are not copied with the text.
    private static Markup Line(ExcerptLine line) =>
        line.IsNamed
            ? $"<mark data-n=\"{line.Number}\">{new Masked(line.Text)}\n</mark>"
            : (Markup)$"<span data-n=\"{line.Number}\">{new Masked(line.Text)}\n</span>";
}
