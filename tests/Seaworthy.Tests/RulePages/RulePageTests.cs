using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.RulePages;

/// <summary>Runs every example of every rule page: what is marked must be reported, and nothing else.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string, string> Sections()
    {
        TheoryData<string, string> data = [];
        foreach (var rule in AllRules.List.Where(ChosenPage.Has))
        {
            foreach (var section in PageVerdicts.SectionsOf(rule))
            {
                data.Add(rule.Info.Id, section.Heading);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_rule_reports_what_its_page_says(string rule, string section)
    {
        var judged = AllRules.List.First(candidate => candidate.Info.Id == rule);
        var page = PageVerdicts.SectionsOf(judged).First(candidate => candidate.Heading == section);
        Assert.True(page.IsExample || page.IsNotReported, "files stand under 'Example…', 'Instead…' or 'Not reported: …'");
        Assert.True(
            page.IsExample == page.Marks.Any(mark => mark.Marker != MarkedLine.Related),
            "an example marks what is reported, and nothing else does"
        );

        var verdicts = PageVerdicts.Of(judged, page);
        var complaint = Complaint(page, verdicts);
        Assert.True(complaint is null, $"{complaint}\n{string.Join('\n', verdicts.Select(Describe))}");
    }

    private static string? Complaint(PageSection page, IReadOnlyList<Verdict> verdicts)
    {
        var reported = verdicts.Where(verdict => verdict.Outcome is Outcome.Fail or Outcome.Warn).ToList();
        HashSet<MarkedLine> got =
        [
            .. reported.SelectMany(verdict => verdict.Locations.Select(Mark)),
            .. verdicts
                .Where(verdict => verdict.Outcome == Outcome.Unknown)
                .Select(verdict => Mark(verdict.Locations[0]) with { Marker = MarkedLine.Unknown }),
        ];
        var missing = page.Marks.Where(mark => !got.Contains(mark)).ToList();
        var unmarked = got.Where(mark => mark.Marker == MarkedLine.Finding && !page.Marks.Contains(mark)).ToList();
        var otherwise = reported.Where(verdict => !page.Expects(verdict)).ToList();
        return otherwise.Count > 0 ? "the heading says another outcome or severity than:"
            : missing.Count > 0 ? $"marked, but not reported: {string.Join(", ", missing)}; reported were:"
            : page.Remedies.FirstOrDefault(told =>
                !reported.Exists(verdict => verdict.Remediation?.Contains(told, StringComparison.Ordinal) is true)
            )
                is { } remedy
                ? $"no remedy says '{remedy}'; of:"
            : unmarked.Count > 0 ? $"reported, but not marked: {string.Join(", ", unmarked)}; of:"
            : page.IsNotReported && !page.IsNotApplicable && !verdicts.Any(verdict => verdict.Outcome == Outcome.Pass)
                ? "nothing passed: was anything read? (a heading that says so with '(not applicable)' is excused)"
            : page.IsNotApplicable && verdicts.Count > 0 ? "not applicable, says the heading, but the rule answers:"
            : null;
    }

    private static MarkedLine Mark(Location location) =>
        new(
            location.Span.File.Path,
            location.Span.StartLine,
            location.Role == LocationRole.Primary ? MarkedLine.Finding : MarkedLine.Related
        );

    private static string Describe(Verdict verdict) =>
        $"  {verdict.Outcome} {verdict.Severity} {verdict.Subject}: {verdict.Message}\n      {verdict.Remediation}\n{string.Join('\n', verdict.Locations.Select(location => $"      {location.Role} {Place(location.Span)}"))}";

    private static string Place(SourceSpan span) => $"{span.File.Path}:{span.StartLine} `{span.Line}`";
}
