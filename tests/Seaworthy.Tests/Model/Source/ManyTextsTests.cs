using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class ManyTextsTests
{
    private static readonly string[] Texts = ["a", "ab", "abc", "bc", "d.sh", "x/d.sh", "ä", "ÄÖ", "lonely", "another", "more"];

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public void What_stands_in_a_text_is_found_as_if_each_were_looked_for(int count)
    {
        var sought = Texts.Take(count).ToList();
        ManyTexts texts = new(sought);

        Assert.All(
            ["", "a", "zabcz", "./x/d.sh and d.sh", "xäÄÖ", "ba", "nothing of it: kk", "moreanother", "lonel", "aab"],
            text =>
            {
                var expected = sought.Where(one => text.Contains(one, StringComparison.Ordinal)).ToList();
                Assert.Equal(expected.Order(StringComparer.Ordinal), texts.In(text).Distinct().Order(StringComparer.Ordinal));
                Assert.Equal(expected.Count > 0, texts.AnyIn(text));
            }
        );
    }

    [Fact]
    public void Of_no_texts_none_is_found() => Assert.False(new ManyTexts([]).AnyIn("text"));
}
