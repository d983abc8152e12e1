using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Model.Topology;

public sealed class PathExpressionTests
{
    [Theory]
    [InlineData("/api(/|$)(.*)", "/$2")]
    [InlineData("/api/?(.*)", "/$1")]
    [InlineData("/(?:v1|v2)/(.*)", "/${1}")]
    [InlineData("/(?<rest>.*)", "/$1")]
    [InlineData("/([a-z])*", "/$1")]
    [InlineData("/x(/[^(]+)", "$1")]
    [InlineData("/api", "$uri")]
    [InlineData("/api", "/$0")]
    public void What_follows_is_carried(string path, string target) => Assert.True(new PathExpression(path).IsCarriedBy(target));

    [Theory]
    [InlineData("/api", "/")]
    [InlineData("/", "/$1")]
    [InlineData("/(.*)", "/$2")]
    [InlineData("/api/(v1|v2)(/|$)(.*)", "/$2")]
    [InlineData("/\\(.*\\)", "/$1")]
    [InlineData("/(?:.*)", "/$1")]
    public void What_follows_is_dropped(string path, string target) => Assert.False(new PathExpression(path).IsCarriedBy(target));

    [Theory]
    [InlineData("((", 0)]
    [InlineData("))((a)(b", 1)]
    [InlineData("[(](a)", 1)]
    public void Brackets_that_do_not_fit_harm_nothing(string path, int whole) =>
        Assert.Equal(whole, new PathExpression(path).Groups.Count(group => group.Length > 0));
}
