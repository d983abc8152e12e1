using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Dockerfiles;
using Xunit;

namespace Seaworthy.Fuzz;

/// <summary>Patterns of paths that would take for ever if every way to match were tried.</summary>
[Collection(nameof(Measured))]
public sealed class PatternTests
{
    [Fact]
    public void Hostile_dockerignore_patterns_end()
    {
        Assert.Null(
            new DockerIgnoreMatcher(Read(string.Concat(Enumerable.Repeat("**/*a*", 200))).Patterns).IgnoredBy(new string('a', 2_000))
        );
        Growth.OfRepetition("[", 1_000_000, text => Read(text));
    }

    [Fact]
    public void Hostile_filter_patterns_take_linear_time() =>
        Growth.OfRepetition(
            "a",
            20_000,
            text => Assert.False(new FilterPattern(string.Concat(Enumerable.Repeat("**a", 160))).Matches(text)),
            tail: "b"
        );

    [Fact]
    public void A_hostile_gitignore_pattern_costs_no_more_than_a_long_one()
    {
        IgnoreRuleSet rules = new();
        rules.Add(IgnoreFile.Parse(new SourceFile(".gitignore", "x/" + string.Concat(Enumerable.Repeat("**/*a", 200)) + "b"), ""));

        Assert.Null(rules.Find("x/" + string.Join('/', Enumerable.Repeat("aaaaaaaaaa", 300)), isDirectory: false));
    }

    private static DockerIgnore Read(string text) =>
        Assert.IsType<DockerIgnore>(new DockerIgnoreReader().Read(new FileSyntax(new SourceFile(".dockerignore", text))));
}
