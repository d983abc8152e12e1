namespace Seaworthy.Engine.Reporting.Html;

/// <summary>The sections that a page has, in their order: its menu, and the list of contents when it is printed.</summary>
internal sealed class HtmlSections(Report report, bool hasWiring, bool hasEnvironments)
{
    private readonly IReadOnlyList<Section> sections =
    [
        .. new Section[]
        {
            new("summary", "Summary", true),
            new("blockers", "Blockers", HtmlBlockers.IsThere(report)),
            new("wiring", "Wiring", hasWiring),
            new("findings", "Findings", true),
            new(HtmlFindings.Practices, "Practices", HtmlFindings.HasPractices(report)),
            new("plan", "Plan", HtmlPlan.IsThere(report)),
            new("areas", "Areas", true),
            new("environments", "Environments", hasEnvironments),
            new("checks", "Checks", true),
            new("notes", "Notes", HtmlNotes.IsThere(report)),
        }.Where(section => section.IsThere),
    ];

    public Markup Menu => $"<nav aria-label=\"Sections\"><ul>{sections.Select(Link)}</ul></nav>";

    /// <summary>Shown on paper alone.</summary>
    public Markup Contents => $"<nav class=\"contents\" aria-label=\"Contents\"><h2>Contents</h2><ol>{sections.Select(Link)}</ol></nav>";

    private static Markup Link(Section section) => $"<li><a href=\"#{section.Id}\">{section.Name}</a></li>";

    private sealed record Section(string Id, string Name, bool IsThere);
}
