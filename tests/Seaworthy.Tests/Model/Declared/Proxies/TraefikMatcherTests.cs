using Seaworthy.Model.Declared.Proxies;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Proxies;

public sealed class TraefikMatcherTests
{
    [Fact]
    public void Matchers_keep_their_quoted_arguments_with_brackets_and_commas_inside()
    {
        var matchers = TraefikMatcher.Of("Host(`a.example`, `b.example`) && (HostRegexp(`{h:(x|y),z}`) || !Path(\"/a(b)\"))");
        Assert.Equal(["Host", "HostRegexp", "Path"], matchers.Select(matcher => matcher.Name));
        Assert.Equal(["a.example", "b.example"], matchers[0].Arguments);
        Assert.Equal(["{h:(x|y),z}"], matchers[1].Arguments);
        Assert.Equal(["/a(b)"], matchers[2].Arguments);
    }

    [Fact]
    public void A_rule_that_breaks_off_anywhere_is_read()
    {
        const string Rule = "Host(`a`) && PathPrefix(`/b`, 'c')";
        for (var length = 0; length <= Rule.Length; length++)
        {
            Assert.True(TraefikMatcher.Of(Rule[..length]).Count <= 2);
        }
    }
}
