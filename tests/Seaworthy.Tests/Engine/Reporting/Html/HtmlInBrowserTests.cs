using System.Globalization;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

/// <summary>The page as a browser takes it.</summary>
public sealed class HtmlInBrowserTests
{
    private const string Visible = "[...document.querySelectorAll('.group')].filter(group => group.checkVisibility())";

    [Fact]
    public async Task A_hostile_repository_runs_nothing_loads_nothing_and_breaks_nothing()
    {
        await using var page = await Chromium.Open(HtmlSample.Hostile, width: 390);

        Assert.True(
            (bool?)await page.Evaluate("window.hacked === undefined && document.images.length === 0 && document.scripts.length === 1")
        );
        Assert.True((bool?)await page.Evaluate("document.querySelectorAll('.group').forEach(group => { group.open = true; }), true"));
        Assert.True((int?)await page.Evaluate("document.documentElement.scrollWidth") <= 390);
        Assert.StartsWith("file:", Assert.Single(page.Requests), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task What_gets_in_all_the_same_is_stopped_by_the_policy()
    {
        var page = HtmlSample.Shop.Replace(
            "<main id=\"main\">",
            "<main id=\"main\"><script>window.hacked = 1</script><img src=\"https://example.com/a.png\" onerror=\"window.hacked = 1\">",
            StringComparison.Ordinal
        );
        await using var chromium = await Chromium.Open(page, width: 1280);

        Assert.True((bool?)await chromium.Evaluate("window.hacked === undefined"));
        Assert.Contains(chromium.Complaints, complaint => complaint.Contains("script-src", StringComparison.Ordinal));
        Assert.Contains(chromium.Complaints, complaint => complaint.Contains("example.com", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(390, "dark")]
    [InlineData(1280, "light")]
    public async Task The_page_is_no_wider_than_the_window_and_takes_the_colours_that_are_preferred(int width, string colours)
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width, colours);

        Assert.True((bool?)await page.Evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Equal(
            colours == "dark" ? "true" : "false",
            (string?)await page.Evaluate("document.querySelector('#theme').getAttribute('aria-pressed')")
        );
        var before = (string?)await page.Evaluate("getComputedStyle(document.body).backgroundColor");
        await page.Evaluate("document.querySelector('#theme').click()");
        Assert.NotEqual(before, (string?)await page.Evaluate("getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Findings_are_filtered_and_searched()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);
        var all = (int?)await page.Evaluate($"{Visible}.length");

        await page.Evaluate("document.querySelector('.chip[data-value=fail]').click()");
        Assert.Equal("fail", (string?)await page.Evaluate($"[...new Set({Visible}.map(group => group.dataset.outcome))].join()"));
        await page.Evaluate("document.querySelector('.chip[data-value=high]').click()");
        Assert.Equal(
            "fail high",
            (string?)
                await page.Evaluate($"[...new Set({Visible}.map(group => group.dataset.outcome + ' ' + group.dataset.severity))].join()")
        );
        Assert.Matches("^[0-9]+ of [0-9]+ findings$", (string?)await page.Evaluate("document.querySelector('#shown').textContent"));
        await page.Evaluate("document.querySelector('#reset').click()");
        Assert.Equal(all, (int?)await page.Evaluate($"{Visible}.length"));

        await page.Evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))");
        Assert.Equal("search", (string?)await page.Evaluate("document.activeElement.id"));
        await Search(page, "HEALTHZ catalog");
        Assert.Equal(
            "Health check path not served",
            (string?)await page.Evaluate($"{Visible}.map(group => group.querySelector('h3').textContent.trim()).join()")
        );
        await Search(page, "no such words");
        Assert.True((bool?)await page.Evaluate("document.querySelector('#nothing').checkVisibility()"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_link_to_a_finding_unfolds_it_even_when_it_is_filtered_out()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);

        await page.Evaluate("document.querySelector('.chip[data-value=warn]').click()");
        await page.Evaluate("document.querySelector('.blockers li a').click()");
        await page.Evaluate("new Promise(done => setTimeout(done, 50))");

        Assert.True((bool?)await page.Evaluate("document.querySelector(location.hash).checkVisibility()"));
    }

    [Fact]
    public async Task A_broken_wire_that_is_chosen_quotes_both_its_ends()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);

        await page.Evaluate(
            "document.querySelector('.line.broken').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))"
        );
        Assert.True((int?)await page.Evaluate("document.querySelectorAll('.chosen .wired.broken pre').length") >= 1);
        Assert.Equal(2, (int?)await page.Evaluate("document.querySelectorAll('.node.picked').length"));

        // A node tells every wire that it has.
        await page.Evaluate(
            "document.querySelector('.node.store').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))"
        );
        Assert.Equal(
            (int?)await page.Evaluate("document.querySelectorAll('.line.picked').length"),
            (int?)
                await page.Evaluate(
                    "new Set([...document.querySelectorAll('.chosen .wired p')].map(line => line.querySelectorAll('strong')[0].textContent)).size"
                )
        );
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Two_thousand_findings_are_filtered_at_once()
    {
        await using var page = await Chromium.Open(HtmlSample.Long, width: 1280);

        Assert.Equal("2000 findings", (string?)await page.Evaluate("document.querySelector('#shown').textContent"));
        var time = (double?)
            await page.Evaluate(
                "(() => { const start = performance.now(); document.querySelector('.chip[data-value=high]').click(); document.body.offsetHeight; return performance.now() - start; })()"
            );
        Assert.Equal("500 of 2000 findings", (string?)await page.Evaluate("document.querySelector('#shown').textContent"));
        Assert.True(time < 5000, string.Create(CultureInfo.InvariantCulture, $"it took {time} ms"));
    }

    private static async Task Search(Chromium page, string words)
    {
        await page.Evaluate(
            $"document.querySelector('#search').value = '{words}', document.querySelector('#search').dispatchEvent(new Event('input')), true"
        );
        await page.Evaluate("new Promise(done => setTimeout(done, 200))");
    }
}
