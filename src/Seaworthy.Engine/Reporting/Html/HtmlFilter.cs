using Seaworthy.Engine.Planning;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>What narrows the findings down. The script shows it: without one it would do nothing.</summary>
internal static class HtmlFilter
{
    public static void Write(IReadOnlyList<FindingGroup> groups, Plan plan, HtmlWriter html)
    {
        var count = groups.Sum(group => group.Findings.Count);
        html.Write(
            $"""
            <form class="filter card" id="filter" role="search" aria-label="Findings" hidden>
            <label class="search"><span class="unseen">Search findings</span><input type="search" id="search" placeholder="Search messages, files, rules…" autocomplete="off" spellcheck="false"></label>
            <label class="choose"><span class="unseen">Area</span><select id="area"><option value="">All areas</option>{groups.Select(
                group => group.Rule.Area
            ).Distinct().Order().Select(Option)}</select></label>
            {Chips("outcome", "Verdict", [.. groups.OrderByDescending(group => (int)group.Outcome)], group => Words.Of(group.Outcome), word => word.ToUpperInvariant())}
            {Chips(
                "severity",
                "Severity",
                [.. groups.OrderByDescending(group => (int)group.Severity)],
                group => Words.Of(group.Severity),
                word => word
            )}
            {Chips(
                "priority",
                "Priority",
                [.. groups.OrderBy(group => (int?)group.Priority(plan))],
                group => group.Priority(plan) is { } known ? Words.Of(known) : null,
                word => word
            )}
            <p class="shown"><span id="shown" role="status">{HtmlText.Count(
                count,
                "finding"
            )}</span> <button type="reset" class="plain" id="reset" hidden>Show all</button> <button type="button" class="plain" id="unfold">Unfold all</button></p>
            </form>
            <p class="nothing card" id="nothing" hidden>No finding fits. <button type="button" class="plain" id="clear">Show all</button></p>
            """
        );
    }

    private static Markup Option(Area area) => $"<option value=\"{Words.Of(area)}\">{Words.Title(area)}</option>";

    private static Markup Chips(
        string key,
        string title,
        IReadOnlyList<FindingGroup> groups,
        Func<FindingGroup, string?> word,
        Func<string, string> shown
    )
    {
        var chips = groups.Where(group => word(group) is not null).GroupBy(word, StringComparer.Ordinal).Select(Chip);
        return $"<fieldset class=\"chips\"><legend>{title}</legend>{chips}</fieldset>";

        Markup Chip(IGrouping<string?, FindingGroup> same) =>
            $"<button type=\"button\" class=\"chip {same.Key}\" data-key=\"{key}\" data-value=\"{same.Key}\" aria-pressed=\"false\">{shown(same.Key ?? "")} <span class=\"number\">{same.Sum(group => group.Findings.Count)}</span></button>";
    }
}
