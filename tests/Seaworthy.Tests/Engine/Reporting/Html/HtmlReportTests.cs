using System.Text;
using System.Text.RegularExpressions;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting.Html;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

public sealed partial class HtmlReportTests
{
    [Fact]
    public void The_sample_is_as_it_was_last_read() =>
        Snapshot.Matches(
            "sample.html",
            Own()
                .Replace(HtmlSample.Page(ReportSample.Report), "<$1></$1>")
                .Replace(HtmlAssets.Policy.Replace("'", "&#39;", StringComparison.Ordinal), "policy", StringComparison.Ordinal)
                .Replace($"Seaworthy {ProductVersion.Text}", "Seaworthy 0.0.0", StringComparison.Ordinal)
        );

    [Fact]
    public void A_page_is_well_formed_and_every_link_leads_somewhere()
    {
        using MemoryRepository nothing = new([]);

        Assert.All(
            [HtmlSample.Shop, HtmlSample.Hostile, HtmlSample.Page(ReportSample.Report), HtmlSample.Page(Audit.Run(nothing))],
            page =>
            {
                var tags = PageTag.In(page);
                var names = Values(tags, "id").ToList();
                Assert.Null(PageTag.Misplaced(tags));
                Assert.Equal(names.Distinct(), names);
                Assert.Empty(Values(tags, "href").Where(link => link[0] == '#').Select(link => link[1..]).Except(names));
                Assert.Empty(Values(tags, "aria-labelledby").Except(names));
            }
        );
    }

    [Fact]
    public void Environments_stand_side_by_side_where_there_are_two()
    {
        using MemoryRepository two = new([
            new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    ports: [\"5432:5432\"]\n"),
            new("compose.prod.yaml", "services:\n  db:\n    image: postgres:16\n"),
        ]);

        var page = HtmlSample.Page(Audit.Run(two));

        var tags = PageTag.In(page);
        Assert.Null(PageTag.Misplaced(tags));
        Assert.Contains("environments", Values(tags, "id"));
        Assert.Contains("Postgres 16 is older than 17", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"environments\"", HtmlSample.Page(ReportSample.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_repository_becomes_markup()
    {
        var tags = PageTag.In(HtmlSample.Hostile);

        Assert.Contains("hacked", HtmlSample.Hostile, StringComparison.Ordinal);
        Assert.DoesNotContain(tags, tag => tag.Name is "img" or "iframe" or "object" or "embed" or "link" or "base");
        Assert.Single(tags, tag => tag is { Name: "script", IsEnd: false });
        Assert.DoesNotContain(
            tags.SelectMany(tag => tag.Attributes.Keys),
            key => key.StartsWith("on", StringComparison.OrdinalIgnoreCase) || key is "style" or "src" or "autofocus"
        );
        Assert.All(Values(tags, "href"), link => Assert.StartsWith("#", link, StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", HtmlSample.Hostile, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2028', HtmlSample.Hostile);
    }

    [Fact]
    public void Its_policy_allows_its_own_style_and_script_and_nothing_else()
    {
        var policy = Assert.Single(PageTag.In(HtmlSample.Shop), tag => tag.Attributes.ContainsKey("http-equiv")).Attributes["content"];

        Assert.StartsWith("default-src &#39;none&#39;; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        foreach (Match own in Own().Matches(HtmlSample.Shop))
        {
            var hash = Convert.ToBase64String(
                System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(own.Groups["text"].Value))
            );
            Assert.Contains($"{own.Groups[1].Value}-src &#39;sha256-{hash}&#39;", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_verdict_of_the_shop_is_told()
    {
        var report = HtmlSample.ShopReport;
        var names = Values(PageTag.In(HtmlSample.Shop), "id").ToHashSet();

        Assert.All(
            report.Findings.Where(finding => finding.Outcome != Outcome.Pass),
            finding => Assert.Contains(HtmlText.Anchor(finding), names)
        );
        Assert.All(
            report.Findings.Where(finding => finding.Outcome != Outcome.Pass).SelectMany(finding => finding.Verdict.Locations),
            location => Assert.Contains(((Markup)$"{location.Span.ToString()}").ToString(), HtmlSample.Shop, StringComparison.Ordinal)
        );
        Assert.All(
            report.Rules.Where(rule => rule.Passed > 0),
            rule => Assert.Contains($"<code>{rule.Rule.Id}</code>", HtmlSample.Shop, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_gravest_come_first_and_what_is_undecided_last()
    {
        var groups = PageTag
            .In(HtmlSample.Shop.Split($"<section id=\"{HtmlFindings.Practices}\"")[0])
            .Where(tag => tag.Attributes.ContainsKey("data-outcome"))
            .Select(tag =>
                (
                    Outcome: Enum.Parse<Outcome>(tag.Attributes["data-outcome"], ignoreCase: true),
                    Severity: Enum.Parse<Severity>(tag.Attributes["data-severity"], ignoreCase: true)
                )
            )
            .ToList();

        Assert.Equal(
            groups
                .OrderBy(group => group.Outcome == Outcome.Unknown)
                .ThenByDescending(group => group.Severity)
                .ThenByDescending(group => group.Outcome),
            groups
        );
        Assert.True(groups.Count > 10);
    }

    [Fact]
    public void The_answer_comes_first_then_what_blocks_the_wiring_the_findings_and_the_plan()
    {
        var sections = PageTag
            .In(HtmlSample.Shop)
            .Where(tag => tag.Name == "section")
            .Select(tag => tag.Attributes.GetValueOrDefault("id"))
            .OfType<string>();

        Assert.Equal(
            ["summary", "blockers", "wiring", "findings", "practices", "plan", "areas", "environments", "checks", "notes"],
            sections.Append("environments").Append("notes").Distinct().OrderBy(name => Array.IndexOf(Sections, name))
        );
        Assert.Equal(sections.OrderBy(name => Array.IndexOf(Sections, name)), sections);
    }

    [Fact]
    public void A_finding_shows_its_ends_with_what_stands_around_them_and_says_nothing_of_how_it_was_counted()
    {
        var finding = HtmlSample.ShopReport.Findings.First(finding =>
            finding.Rule.Id == "ports/published-port-not-listened" && finding.IsFault
        );
        var article = HtmlSample.Shop.Split($"id=\"{HtmlText.Anchor(finding)}\"")[1].Split("</article>")[0];

        Assert.Equal(finding.Verdict.Locations.Count, article.Split("<mark data-n=").Length - 1);
        Assert.True(article.Split("<span data-n=").Length - 1 >= 2 * finding.Verdict.Locations.Count);
        Assert.All(
            ["P0", "P1", "P2", "none alone", "Gain", "Confidence", finding.Id + "<"],
            word => Assert.DoesNotContain(word, article, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_page_of_fifty_findings_would_be_less_than_a_megabyte()
    {
        var findings = HtmlSample.ShopReport.Findings.Count(finding => finding.Outcome != Outcome.Pass);

        Assert.InRange(HtmlSample.Shop.Length * 50L / findings, 100_000, 1_000_000);
    }

    [Fact]
    public void Broken_wires_are_marked_and_quote_both_ends()
    {
        // Nothing answers to 'order'; web listens on 8080, and 80 is published.
        var line = Told()
            .Matches(HtmlSample.Shop)
            .Select(match => match.Value)
            .Single(told => told.Contains("it listens on 8080", StringComparison.Ordinal));

        Assert.Contains("compose.yaml:", line, StringComparison.Ordinal);
        Assert.Contains("web/nginx.conf:", line, StringComparison.Ordinal);
        Assert.Equal(3, PageTag.In(HtmlSample.Shop).Count(tag => tag.Attributes.GetValueOrDefault("class") == "line broken"));
        // orders asks localhost for the catalog.
        Assert.Contains("localhost is the caller itself", HtmlSample.Shop, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_tree_gives_the_same_bytes() => Assert.Equal(HtmlSample.Shop, HtmlSample.Page(HtmlSample.ShopReport));

    [Fact]
    public void Two_thousand_findings_are_a_page_of_a_few_megabytes() => Assert.InRange(HtmlSample.Long.Length, 1_000_000, 4_000_000);

    private static readonly string[] Sections =
    [
        "summary",
        "blockers",
        "wiring",
        "findings",
        "practices",
        "plan",
        "areas",
        "environments",
        "checks",
        "notes",
    ];

    private static IEnumerable<string> Values(IEnumerable<PageTag> tags, string key) =>
        tags.Select(tag => tag.Attributes.GetValueOrDefault(key)).OfType<string>();

    [GeneratedRegex("<(style|script)>(?<text>.*?)</\\1>", RegexOptions.Singleline)]
    private static partial Regex Own();

    [GeneratedRegex("<div class=\"wired broken\">.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Told();
}
