using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Dockerfiles;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Dockerfiles;

public sealed class DockerIgnoreMatcherTests
{
    [Theory]
    [InlineData("node_modules", "node_modules/a/b.js", true)]
    [InlineData("node_modules", "api/node_modules/a.js", false)]
    [InlineData("**/node_modules", "api/node_modules/a.js", true)]
    [InlineData("**/node_modules", "node_modules", true)]
    [InlineData("**/node_modules", "my_node_modules", false)]
    [InlineData("/dist/", "dist/a", true)]
    [InlineData("./dist", "dist", true)]
    [InlineData("a/../b", "b", true)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("**/*.md", "docs/x/README.md", true)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData("*/temp*", "a/tempx/y", true)]
    [InlineData("*/temp*", "temp", false)]
    [InlineData("temp?", "tempa", true)]
    [InlineData("temp?", "temp/", false)]
    [InlineData("docs/**", "docs/a/b", true)]
    [InlineData("docs/**", "docs", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b/c", true)]
    [InlineData("a/**/b", "a/xb", false)]
    [InlineData("**", "anything/at/all", true)]
    [InlineData("**foo", "barfoo", true)]
    [InlineData("**/foo/**", "x/foo/y", true)]
    [InlineData("**/foo/**", "x/foo", false)]
    [InlineData("[ab].txt", "b.txt", true)]
    [InlineData("[^ab].txt", "b.txt", false)]
    [InlineData("[a-c]*", "cat", true)]
    [InlineData(@"\*.txt", "a.txt", false)]
    [InlineData(@"\*.txt", "*.txt", true)]
    [InlineData(".env*", ".env.local", true)]
    [InlineData("a.b", "axb", false)]
    [InlineData("src", "src2/a", false)]
    public void One_pattern_matches_as_the_tool_does(string pattern, string path, bool ignored) =>
        Assert.Equal(ignored, Matcher(pattern).IgnoredBy(path) is not null);

    [Theory]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("./")]
    public void The_context_itself_is_never_left_out(string path)
    {
        Assert.Null(Matcher(".*").IgnoredBy(path));
        Assert.Null(Matcher("*").IgnoredBy(path));
    }

    [Theory]
    [InlineData("src/a.js", false)]
    [InlineData("src/secret.key", true)]
    [InlineData("package.json", false)]
    [InlineData("other", true)]
    public void The_last_match_decides(string path, bool ignored) =>
        Assert.Equal(ignored, Matcher("*\n!src\n! package*.json\n**/*.key").IgnoredBy(path) is not null);

    [Fact]
    public void The_deciding_line_is_told()
    {
        var pattern = Matcher("a\n\n# c\nb/*.txt  \n").IgnoredBy("b/x.txt");

        Assert.Equal(("b/*.txt", 4, "b/*.txt"), (pattern?.Text, pattern?.Span.StartLine, pattern?.Span.Text));
    }

    [Fact]
    public void A_hash_after_a_blank_is_a_pattern_and_bad_patterns_are_problems()
    {
        var file = Read("# note\n #not\n!\n[a\nb\\\n[]\n!/..\n");

        Assert.Equal(["#not", "!", "[a", "b\\", "[]", "!/.."], file.Patterns.Select(pattern => pattern.Text));
        Assert.Equal([3, 4, 5, 6, 7], file.Problems.Select(problem => problem.Span.StartLine));
    }

    private static DockerIgnoreMatcher Matcher(string text) => new(Read(text).Patterns);

    private static DockerIgnore Read(string text, string path = ".dockerignore") =>
        Assert.IsType<DockerIgnore>(new DockerIgnoreReader().Read(new FileSyntax(new SourceFile(path, text))));
}
