using Seaworthy.Reading.Linking.Pipelines;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Pipelines;

public sealed class FilterPatternTests
{
    // The examples of GitHub's cheat sheet, and their neighbours.
    [Theory]
    [InlineData("feature/*", "feature/my-branch", true)]
    [InlineData("feature/*", "feature/beta-a/my-branch", false)]
    [InlineData("feature/**", "feature/beta-a/my-branch", true)]
    [InlineData("*", "releases", true)]
    [InlineData("*", "all/the/branches", false)]
    [InlineData("**", "all/the/branches", true)]
    [InlineData("*feature", "ver-10-feature", true)]
    [InlineData("v2*", "v2.9", true)]
    [InlineData("v[12].[0-9]+.[0-9]+", "v1.10.1", true)]
    [InlineData("v[12].[0-9]+.[0-9]+", "v3.10.1", false)]
    [InlineData("v[12].[0-9]+.[0-9]+", "v1..1", false)]
    [InlineData("*.jsx?", "page.js", true)]
    [InlineData("*.jsx?", "page.jsx", true)]
    [InlineData("**.js", "js/index.js", true)]
    [InlineData("docs/*", "docs/readme.md", true)]
    [InlineData("docs/**", "docs/mona/hello.md", true)]
    [InlineData("docs/**/*.md", "docs/README.md", true)]
    [InlineData("**/docs/**", "docs/hello.md", true)]
    [InlineData("**/docs/**", "dir/docs/my-file.txt", true)]
    [InlineData("**/docs/**", "mydocs/hello.md", false)]
    [InlineData("**/README.md", "README.md", true)]
    [InlineData("**/README.md", "js/README.md", true)]
    [InlineData("**/*src/**", "my-src/code/js/app.js", true)]
    [InlineData("main", "main", true)]
    [InlineData("main", "main2", false)]
    [InlineData("main", "Main", false)]
    [InlineData("a\\*", "a*", true)]
    [InlineData("a\\*", "ab", false)]
    [InlineData("", "", true)]
    public void Patterns_match_as_documented(string pattern, string name, bool matches)
    {
        Assert.Equal(matches, new FilterPattern(pattern).Matches(name));
    }

    [Theory]
    [InlineData("releases/10-alpha", false)]
    [InlineData("releases/10", true)]
    [InlineData("main", false)]
    public void The_last_pattern_that_matches_decides(string name, bool passes)
    {
        Assert.Equal(passes, FilterPattern.Passes([new("releases/**"), new("!releases/**-alpha")], name));
    }

    [Theory]
    [InlineData("release/**", "release/")]
    [InlineData("v?1", "")]
    [InlineData("[ab]c", "")]
    [InlineData("main", "main")]
    public void The_certain_beginning_is_known(string pattern, string prefix)
    {
        Assert.Equal(prefix, new FilterPattern(pattern).LiteralPrefix);
    }
}
