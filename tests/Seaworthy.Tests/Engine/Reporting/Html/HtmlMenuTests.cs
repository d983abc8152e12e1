using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

/// <summary>Where links of the page land.</summary>
public sealed class HtmlMenuTests
{
    // Where the banner ends, and a little air.
    private const string Line = "parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)";

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    public async Task Every_entry_of_the_menu_lands_at_its_heading(int width, bool isLong)
    {
        await using var page = await Chromium.Open(isLong ? HtmlSample.Long : HtmlSample.Shop, width);
        var names =
            (
                (string?)
                    await page.Evaluate("[...document.querySelectorAll('.banner nav a')].map(link => link.getAttribute('href')).join(' ')")
            )?.Split(' ') ?? [];
        Assert.True(names.Length >= 4);

        foreach (var name in names)
        {
            await page.Evaluate($"document.querySelector('.banner nav a[href=\"{name}\"]').click()");
            await page.Settle();

            // At the end of the page there is nothing left to scroll.
            Assert.True(
                (bool?)
                    await page.Evaluate(
                        $"(() => {{ const off = document.querySelector('{name}').getBoundingClientRect().top - {Line} - parseFloat(getComputedStyle(document.querySelector('{name}')).scrollMarginTop); const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2; return Math.abs(off) <= 10 || (atEnd && off > 0) || (scrollY === 0 && off > 0); }})()"
                    ),
                $"{name} lands {await page.Evaluate($"document.querySelector('{name}').getBoundingClientRect().top")} pixels below the top"
            );
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_link_to_a_finding_lands_below_the_filter(int width)
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width);

        await page.Evaluate("document.querySelector('.blockers a[href^=\"#f-\"]').click()");
        await page.Settle();

        Assert.True(
            (bool?)
                await page.Evaluate(
                    "document.querySelector(location.hash).getBoundingClientRect().top >= document.querySelector('#filter').getBoundingClientRect().bottom && document.querySelector(location.hash).getBoundingClientRect().top < innerHeight / 2"
                )
        );
    }
}
