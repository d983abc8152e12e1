using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>What narrows the findings down and sorts them. The script shows it: without one it would do nothing.</summary>
internal static class HtmlFilter
{
    private static readonly string[] Orders = ["severity", "area", "file", "effort"];

    public static void Write(IReadOnlyList<FindingGroup> groups, IReadOnlyList<string> targets, HtmlWriter html)
    {
        var count = groups.Sum(group => group.Findings.Count);
        var areas = groups.Select(group => group.Rule.Area).Distinct().Order().Select(area => Option(Words.Of(area), Words.Title(area)));
        html.Write(
            $"""
            <form class="filter card" id="filter" role="search" aria-label="Findings" hidden>
            <div class="row"><label class="search"><span class="unseen">Search findings</span><input type="search" id="search" placeholder="Search messages, files, rules…" autocomplete="off" spellcheck="false"></label>
            <button type="button" class="plain fold" id="more" aria-expanded="false" aria-controls="choices">Filters</button>
            <p class="shown"><span id="shown" role="status">{HtmlText.Count(count, "finding")}</span> <button type="reset" class="plain" id="reset" hidden>Show all</button> <button type="button" class="plain" id="unfold">Open all</button></p></div>
            <div class="row choices" id="choices">
            {Chips(
                "severity",
                "Severity",
                [
                    .. groups
                        .Where(group => group.Outcome != Outcome.Unknown)
                        .OrderByDescending(group => (int)group.Severity)
                        .GroupBy(group => Words.Of(group.Severity)),
                ]
            )}
            {Chips(
                "verdict",
                "Verdict",
                [.. groups.OrderByDescending(group => (int)group.Outcome).GroupBy(group => Words.Of(group.Outcome))]
            )}
            <div class="selects">{Choice("area", "Area", [Option("", "All areas"), .. areas])}{(
                targets.Count > 0
                    ? Choice("target", "Target", [Option("", "All targets"), .. targets.Select(Numbered)])
                    : null
            )}{Choice("sort", "Sort by", [.. Orders.Select(order => Option(order, $"By {order}"))])}</div>
            </div>
            </form>
            <p class="nothing card" id="nothing" hidden>No finding matches. <button type="button" class="plain" id="clear">Show all</button></p>
            """
        );
    }

    private static Markup Numbered(string name, int number) => $"<option value=\"{name}\" data-number=\"{number}\">{name}</option>";

    private static Markup Option(string value, string words) => $"<option value=\"{value}\">{words}</option>";

    private static Markup Choice(string id, string title, IReadOnlyList<Markup> options) =>
        $"<label class=\"choose\"><span class=\"unseen\">{title}</span><select id=\"{id}\">{options}</select></label>";

    private static Markup Chips(string key, string title, IReadOnlyList<IGrouping<string, FindingGroup>> groups)
    {
        var chips = groups.Select(same =>
            (Markup)
                $"<button type=\"button\" class=\"chip {same.Key}\" data-key=\"{key}\" data-value=\"{same.Key}\" aria-pressed=\"false\">{same.Key} <span class=\"number\">{same.Sum(group => group.Findings.Count)}</span></button>"
        );
        return $"<fieldset class=\"chips\"><legend>{title}</legend>{chips}</fieldset>";
    }
}
