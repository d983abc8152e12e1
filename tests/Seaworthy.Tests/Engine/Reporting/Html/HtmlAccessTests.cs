using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

/// <summary>The page for those who see little, use no mouse, or have it read to them.</summary>
public sealed class HtmlAccessTests
{
    [Theory]
    [InlineData(1280, "light")]
    [InlineData(1280, "dark")]
    [InlineData(390, "light")]
    [InlineData(390, "dark")]
    public async Task Axe_has_nothing_to_complain_of(int width, string colours)
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width, colours);
        Assert.Equal("", await AxeCore.Complaints(page));

        // What is folded is not looked at.
        await page.Evaluate(
            "document.querySelectorAll('details').forEach(details => { details.open = true; }), document.querySelector('#more').click(), true"
        );
        Assert.Equal("", await AxeCore.Complaints(page));
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);

        await page.Press("Tab");
        Assert.Equal("Skip to the report", await Focus(page));
        await page.Press("Tab");
        Assert.Equal("Summary", await Focus(page));
        Assert.True((bool?)await page.Evaluate("[...document.querySelectorAll('[tabindex]')].every(element => element.tabIndex <= 0)"));

        await page.Press("/");
        Assert.Equal("search", (string?)await page.Evaluate("document.activeElement.id"));
        // In the box it is a letter like any other.
        await page.Press("/");
        Assert.Equal("/", (string?)await page.Evaluate("document.activeElement.value"));
        await page.Press("Escape");
        Assert.Equal("", (string?)await page.Evaluate("document.activeElement.value"));
        await page.Press("Escape");
        Assert.NotEqual("search", (string?)await page.Evaluate("document.activeElement.id"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Paper_has_a_list_of_contents_and_every_finding_open()
    {
        await using var page = await Chromium.Open(HtmlSample.Shop, width: 1280);
        Assert.False((bool?)await page.Evaluate("document.querySelector('.contents').checkVisibility()"));

        await page.Show("print");
        await page.Evaluate("dispatchEvent(new Event('beforeprint')), true");

        Assert.True((bool?)await page.Evaluate("document.querySelector('.contents').checkVisibility()"));
        Assert.True(
            (bool?)await page.Evaluate("[...document.querySelectorAll('.finding h4')].every(element => element.checkVisibility())")
        );
        Assert.False(
            (bool?)
                await page.Evaluate(
                    "document.querySelector('.banner').checkVisibility() || document.querySelector('.filter').checkVisibility()"
                )
        );

        await page.Show("screen");
        await page.Evaluate("dispatchEvent(new Event('afterprint')), true");
        Assert.False((bool?)await page.Evaluate("document.querySelector('.finding h4').checkVisibility()"));
    }

    private static async Task<string?> Focus(Chromium page) => (string?)await page.Evaluate("document.activeElement.textContent.trim()");
}
