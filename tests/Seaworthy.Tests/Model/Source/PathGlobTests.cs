using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class PathGlobTests
{
    [Theory]
    [InlineData("docs", "docs/a/b.yaml")]
    [InlineData("docs/", "docs/a.yaml")]
    [InlineData("docs/**", "docs/a/b.yaml")]
    [InlineData("**/fixtures", "a/b/fixtures/c.yaml")]
    [InlineData("**/fixtures", "fixtures/c.yaml")]
    [InlineData("*.yaml", "a.yaml")]
    [InlineData("legacy-*/compose.yaml", "legacy-1/compose.yaml")]
    public void It_matches_a_path_and_all_below_it(string glob, string path) => Assert.True(PathGlob.Parse(glob)?.Matches(path));

    [Theory]
    [InlineData("docs", "src/docs/a.yaml")]
    [InlineData("docs", "docs2/a.yaml")]
    [InlineData("*.yaml", "a/b.yaml")]
    [InlineData("a/*/c", "a/b/b/c")]
    public void It_matches_nothing_else(string glob, string path) => Assert.False(PathGlob.Parse(glob)?.Matches(path));

    [Theory]
    [InlineData("")]
    [InlineData("/docs")]
    [InlineData("./docs")]
    [InlineData("../docs")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("a[")]
    public void What_can_match_no_path_is_no_glob(string glob) => Assert.Null(PathGlob.Parse(glob));
}
