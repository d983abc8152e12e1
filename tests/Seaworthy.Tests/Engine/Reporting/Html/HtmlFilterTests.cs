using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

/// <summary>What is chosen of the findings stands in the address: a link opens the same view.</summary>
public sealed class HtmlFilterTests
{
    private const string Visible = "[...document.querySelectorAll('.group')].filter(group => group.checkVisibility())";

    [Fact]
    public async Task A_choice_is_kept_in_the_address_and_opened_by_it()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);

        await page.Evaluate("document.querySelector('.chip[data-value=critical]').click()");
        await page.Evaluate(
            "document.querySelector('#sort').value = 'file', document.querySelector('#sort').dispatchEvent(new Event('change')), true"
        );
        Assert.Equal("#findings?severity=critical&sort=file", (string?)await page.Evaluate("location.hash"));
        var shown = await Titles(page);
        Assert.NotEqual("", shown);

        await page.Go("#findings?severity=critical&sort=file");
        await page.Settle();
        Assert.Equal(shown, await Titles(page));
        Assert.Equal(
            "true",
            (string?)await page.Evaluate("document.querySelector('.chip[data-value=critical]').getAttribute('aria-pressed')")
        );

        await page.Evaluate("document.querySelector('#reset').click()");
        Assert.DoesNotContain("severity", (string?)await page.Evaluate("location.hash"), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Words_in_the_address_are_searched_for()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 390);

        await page.Go("#findings?q=healthz%20catalog");

        Assert.Equal("healthz catalog", (string?)await page.Evaluate("document.querySelector('#search').value"));
        Assert.Equal(1, (int?)await page.Evaluate($"{Visible}.length"));
    }

    [Theory]
    [InlineData("#findings?severity=%E0%A4%A&x=1&sort=nonsense&area=nowhere")]
    [InlineData("#findings?__proto__=1&severity=<script>")]
    [InlineData("#%E0%A4%A")]
    public async Task An_address_that_nobody_wrote_does_no_harm(string fragment)
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);
        var all = await Titles(page);

        await page.Go(fragment);

        Assert.Equal(all, await Titles(page));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Critical_leaves_out_what_is_undecided_unless_it_is_asked_for()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);

        await page.Evaluate("document.querySelector('.chip[data-value=critical]').click()");
        Assert.DoesNotContain(
            "unknown",
            (string?)await page.Evaluate($"{Visible}.map(group => group.dataset.outcome).join()"),
            StringComparison.Ordinal
        );

        await page.Evaluate("document.querySelector('.chip[data-value=unknown]').click()");
        Assert.True(
            (bool?)
                await page.Evaluate(
                    $"{Visible}.every(group => group.dataset.outcome === 'unknown' && group.dataset.severity === 'critical')"
                )
        );
    }

    [Fact]
    public async Task Findings_are_sorted_by_severity_area_file_or_effort()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);
        const string Ranks = "{ critical: 0, high: 1, medium: 2, low: 3 }";
        var by = $"{Visible}.filter(group => group.parentElement === document.querySelector('.groups'))";
        Assert.True(
            (bool?)
                await page.Evaluate(
                    $"(() => {{ const ranks = {by}.map(group => (group.dataset.outcome === 'unknown' ? 10 : 0) + ({Ranks})[group.dataset.severity]); return ranks.every((rank, at) => at === 0 || ranks[at - 1] <= rank); }})()"
                )
        );

        await Sort(page, "file");
        Assert.True(
            (bool?)
                await page.Evaluate(
                    $"(() => {{ const files = {by}.map(group => group.dataset.file); return files.every((file, at) => at === 0 || files[at - 1] <= file); }})()"
                )
        );
        await Sort(page, "effort");
        Assert.True(
            (bool?)
                await page.Evaluate(
                    $"(() => {{ const efforts = {by}.map(group => Number(group.dataset.effort || 9)); return efforts.every((effort, at) => at === 0 || efforts[at - 1] <= effort); }})()"
                )
        );
        await Sort(page, "area");
        Assert.True(
            (bool?)
                await page.Evaluate(
                    $"new Set({by}.map(group => group.dataset.area).filter((area, at, all) => area !== all[at - 1])).size === {by}.map(group => group.dataset.area).filter((area, at, all) => area !== all[at - 1]).length"
                )
        );
    }

    [Fact]
    public async Task A_target_and_an_area_lead_to_their_findings()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);

        await page.Evaluate("document.querySelector('a.area').click()");
        var area = (string?)await page.Evaluate("document.querySelector('a.area').dataset.value");
        Assert.Equal(area, (string?)await page.Evaluate($"[...new Set({Visible}.map(group => group.dataset.area))].join()"));
        Assert.Equal($"#findings?area={area}", (string?)await page.Evaluate("location.hash"));

        await page.Evaluate("document.querySelector('.answers a').click()");
        Assert.True((int?)await page.Evaluate($"{Visible}.length") > 0);
        Assert.StartsWith("#findings?target=", (string?)await page.Evaluate("location.hash"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_filter_stays_in_sight_while_findings_scroll(int width)
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width);

        await page.Evaluate("document.querySelectorAll('.group')[12].scrollIntoView(), true");
        await page.Settle();

        Assert.True(
            (bool?)
                await page.Evaluate(
                    "(() => { const box = document.querySelector('#filter').getBoundingClientRect(); return box.top >= 40 && box.top <= 70 && box.bottom < innerHeight / 3; })()"
                )
        );
    }

    private static async Task Sort(Chromium page, string by) =>
        await page.Evaluate(
            $"document.querySelector('#sort').value = '{by}', document.querySelector('#sort').dispatchEvent(new Event('change')), true"
        );

    private static async Task<string?> Titles(Chromium page) =>
        (string?)await page.Evaluate($"{Visible}.map(group => group.querySelector('h3').textContent.trim()).join(' | ')");
}
