using System.Text;
using System.Text.RegularExpressions;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
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
    public void Within_an_area_failures_come_first_and_the_gravest_of_them()
    {
        var groups = PageTag
            .In(HtmlSample.Shop.Split("<section class=\"in-area\" aria-labelledby=\"practices\"")[0])
            .Where(tag => tag.Attributes.ContainsKey("data-outcome"))
            .Select(tag =>
                (
                    Area: Enum.GetValues<Area>().Single(area => Words.Of(area) == tag.Attributes["data-area"]),
                    Outcome: Enum.Parse<Outcome>(tag.Attributes["data-outcome"], ignoreCase: true),
                    Severity: Enum.Parse<Severity>(tag.Attributes["data-severity"], ignoreCase: true)
                )
            )
            .ToList();

        Assert.Equal(
            groups.OrderBy(group => group.Area).ThenByDescending(group => group.Outcome).ThenByDescending(group => group.Severity),
            groups
        );
        Assert.True(groups.Count > 10);
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
        Assert.Equal(2, PageTag.In(HtmlSample.Shop).Count(tag => tag.Attributes.GetValueOrDefault("class") == "line broken"));
    }

    [Fact]
    public void The_same_tree_gives_the_same_bytes() => Assert.Equal(HtmlSample.Shop, HtmlSample.Page(HtmlSample.ShopReport));

    [Fact]
    public void Two_thousand_findings_are_a_page_of_a_few_megabytes() => Assert.InRange(HtmlSample.Long.Length, 1_000_000, 4_000_000);

    private static IEnumerable<string> Values(IEnumerable<PageTag> tags, string key) =>
        tags.Select(tag => tag.Attributes.GetValueOrDefault(key)).OfType<string>();

    [GeneratedRegex("<(style|script)>(?<text>.*?)</\\1>", RegexOptions.Singleline)]
    private static partial Regex Own();

    [GeneratedRegex("<div class=\"wired broken\">.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Told();
}
