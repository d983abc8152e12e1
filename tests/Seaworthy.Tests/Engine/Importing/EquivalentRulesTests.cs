using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Importing;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Engine.Importing;

public sealed class EquivalentRulesTests
{
    [Fact]
    public void Every_rule_of_ours_in_the_table_exists_and_every_tool_is_known()
    {
        var unknown = EquivalentRules.Names.Where(name => !SettingsVocabulary.IsRule(name));

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "ABbC", true)]
    [InlineData("*", "", true)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("ab*ab", "ab", false)]
    [InlineData("abc", "abcd", false)]
    public void A_star_stands_for_any_letters(string pattern, string name, bool matches) =>
        Assert.Equal(matches, new StarPattern(pattern).Matches(name));
}
