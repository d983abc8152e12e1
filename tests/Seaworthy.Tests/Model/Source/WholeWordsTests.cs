using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class WholeWordsTests
{
    [Theory]
    [InlineData("run test, not tests", "test", "4")]
    [InlineData("test test", "test", "0 5")]
    [InlineData("aaaa", "aa", "")]
    [InlineData("Test", "test", "")]
    // An entry of a package.json may be named by nothing at all.
    [InlineData("test", "", "")]
    [InlineData("", "", "")]
    public void A_word_stands_alone(string text, string word, string places) =>
        Assert.Equal(places, string.Join(' ', WholeWords.Find(text, word, char.IsAsciiLetter)));
}
