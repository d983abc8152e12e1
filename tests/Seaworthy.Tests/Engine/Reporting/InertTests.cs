using Seaworthy.Engine.Reporting;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class InertTests
{
    [Theory]
    [InlineData("a\U000E0041\U000E007Fb", "a\uFFFD\uFFFDb")]
    [InlineData("a\U000E0100b\u3164", "a\uFFFDb\uFFFD")]
    [InlineData("a\u200Bb\u202Ec", "a\uFFFDb\uFFFDc")]
    [InlineData("a\tb\nc\u001b", "a b c\uFFFD")]
    [InlineData("übung 日本 \U0001F600 ⚠️", "übung 日本 \U0001F600 ⚠️")]
    [InlineData("section_start:1:a section_end:1:a", "section_start :1:a section_end :1:a")]
    public void What_nobody_sees_is_shown_and_letters_stay(string text, string wanted) => Assert.Equal(wanted, Inert.Of(text));

    [Fact]
    public void Half_a_character_is_shown_too()
    {
        // The compiler writes no half characters into attributes.
        Assert.Equal("a\uFFFD", Inert.Of("a" + (char)0xD83D));
        Assert.Equal("\uFFFDa", Inert.Of((char)0xDE00 + "a"));
    }

    [Theory]
    [InlineData("@everyone", "`@everyone`")]
    [InlineData("ask (@org/team), now", "ask (`@org/team`), now")]
    [InlineData("see http://x.example/a_b.", "see `http://x.example/a_b`.")]
    [InlineData("WWW.x.example", "`WWW.x.example`")]
    [InlineData("mail a.b@c.example!", "mail `a.b@c.example`\\!")]
    [InlineData("org/repo#12 GH-7 !8 $9 &10", "`org/repo#12` `GH-7` `!8` `$9` `&10`")]
    [InlineData("see deadbe3f", "see `deadbe3f`")]
    [InlineData("actions/checkout@v4 # 1 [a] defaced", "actions/checkout@v4 \\# 1 \\[a\\] defaced")]
    [InlineData("a|@b|c", "a\\|`@b`\\|c")]
    public void Mentions_addresses_and_references_are_code_in_Markdown(string text, string wanted) =>
        Assert.Equal(wanted, MarkdownText.Escape(text));

    [Fact]
    public void Code_spans_do_not_touch() => Assert.Equal("`a` `@team`", MarkdownText.Prose("`a`@team"));

    [Theory]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData(" ＋1", "' ＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("\t＠x", "' ＠x")]
    [InlineData("a＝b", "a＝b")]
    public void Signs_in_full_width_begin_no_formula(string text, string wanted) => Assert.Equal(wanted, CsvReport.Cell(text));
}
