using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

public sealed class GitIgnoreTests
{
    private static readonly IReadOnlyList<string> Paths =
    [
        "a",
        "a.log",
        "b/a.log",
        "foo/bar",
        "x/foo/bar",
        "foo/x/bar",
        "foo/x/y/bar",
        "build/out.js",
        "src/build/out.js",
        "src/build",
        "doc/frotz/x",
        "hello.txt",
        "hello.c",
        "#hash",
        "!bang",
        "trailing ",
        "a1b",
        "a-b",
        "a]b",
        "abc/def/ghi",
        "temp/keep.me",
        "temp/x",
        "deep/er/temp/x",
        "UPPER.LOG",
        "a\\b",
        ".env",
        ".env.example",
        "x.env",
        "dir/.env.local",
    ];

    // The oracle is git itself: whatever it says of every path is right.
    [Theory]
    [InlineData("*.log")]
    [InlineData("/a")]
    [InlineData("foo/bar")]
    [InlineData("**/foo/bar")]
    [InlineData("foo/**/bar")]
    [InlineData("foo/**")]
    [InlineData("build/")]
    [InlineData("/build/")]
    [InlineData("doc/frotz/")]
    [InlineData("hello.*")]
    [InlineData("hello.*\n!hello.c")]
    [InlineData("\\#hash")]
    [InlineData("#hash")]
    [InlineData("\\!bang")]
    [InlineData("trailing\\ ")]
    [InlineData("trailing ")]
    [InlineData("a[0-9]b")]
    [InlineData("a[!0-9]b")]
    [InlineData("a[]-]b")]
    [InlineData("a[[:digit:]]b")]
    [InlineData("a[")]
    [InlineData("a?b")]
    [InlineData("*\n!/foo\n/foo/*\n!/foo/bar")]
    [InlineData("temp/*\n!temp/keep.me")]
    [InlineData("temp/\n!temp/keep.me")]
    [InlineData("**/temp")]
    [InlineData("abc/**/ghi")]
    [InlineData("abc/*/ghi")]
    [InlineData("abc/*")]
    [InlineData("a*c")]
    [InlineData("a**c/def")]
    [InlineData("*")]
    [InlineData("/*\n!/src")]
    [InlineData(".env*\n!.env.example")]
    [InlineData("a.log\r\nb\r\n")]
    [InlineData("\\")]
    [InlineData("a\\\\b")]
    [InlineData("/")]
    [InlineData("!")]
    [InlineData("src/*/out.js")]
    [InlineData("s*c/**/o*t.js")]
    [InlineData("**")]
    [InlineData("**/")]
    [InlineData("***/a.log")]
    public void Ignores_what_git_ignores(string text)
    {
        using var scratch = new ScratchRepository().Init().Write(".gitignore", text);
        foreach (var path in Paths.Where(path => path != "src/build"))
        {
            scratch.Write(path);
        }

        var wanted = scratch.Ignored(Paths).Order(StringComparer.Ordinal);
        IgnoreRuleSet rules = new();
        rules.Add(IgnoreFile.Parse(new SourceFile(".gitignore", text), ""));

        Assert.Equal(wanted, Paths.Where(path => rules.Find(path, path == "src/build") is not null).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("build/*", "build")]
    [InlineData("dist/", "dist")]
    [InlineData("dist/", "dist/index.html")]
    [InlineData("*.pem", "certs/key.pem")]
    public void Tells_why_a_path_is_absent_from_a_clone(string text, string path)
    {
        RepositoryTree tree = new([], IgnoreFile.Parse(new SourceFile(".gitignore", "x\n" + text), ""));

        Assert.Equal(".gitignore:2", tree.WhyIgnored(path)?.Span.ToString());
    }
}
