using Seaworthy.Engine.Reporting.Html;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("</script><img src=x onerror=alert(1)>", "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("\" onmouseover=\"x", "&quot; onmouseover=&quot;x")]
    [InlineData("' autofocus='", "&#39; autofocus=&#39;")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    [InlineData("a\u2028b\u2029c\u0000d\u001be\u202Ef", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf")]
    [InlineData("PASSWORD=hunter2hunter2", "PASSWORD=hu•••")]
    [InlineData("⚓ ünïcode", "⚓ ünïcode")]
    [InlineData(null, "")]
    public void What_stands_in_braces_is_text(string? text, string written)
    {
        Markup markup = $"<p title=\"{text}\">{text}</p>";

        Assert.Equal($"<p title=\"{written}\">{written}</p>", markup.ToString());
    }

    [Fact]
    public void Markup_stays_markup_and_numbers_are_numbers()
    {
        Markup inner = $"<b>{"<"}</b>";
        Markup? none = null;
        Markup outer = $"<i>{inner}{none}{new[] { inner, inner }}{12}</i>";

        Assert.Equal("<i><b>&lt;</b><b>&lt;</b><b>&lt;</b>12</i>", outer.ToString());
    }

    [Theory]
    [InlineData("Probe `/health` in `a`.", "Probe <code>/health</code> in <code>a</code>.")]
    [InlineData("`a` and `b", "<code>a</code> and `b")]
    [InlineData("`<b>`", "<code>&lt;b&gt;</code>")]
    [InlineData("PASSWORD=`hunter2hunter2`", null)]
    public void Code_stands_between_backticks(string text, string? written)
    {
        var prose = HtmlText.Prose(text).ToString();

        Assert.Equal(written ?? prose, prose);
        Assert.DoesNotContain("hunter2", prose, StringComparison.Ordinal);
    }
}
