using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Json;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Tests.Reading.Formats.Tree;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Json;

public sealed class JsonParserTests
{
    private const string Valid =
        "\uFEFF{ // c\n  \"a\": [1, -2.5e3, true, null, \"x\\u00e9\\n\\\"\"],\n  \"b\": {\"c\": {}, \"d\": [],}, /* e */\n  \"f\": \"\\ud83d\\ude00\"\n}\n";

    private static NodeFile Parse(string text, string path = "tsconfig.json") => JsonParser.Parse(new SourceFile(path, text));

    [Fact]
    public void Values_are_found_with_their_places()
    {
        var read = Parse("{\n  \"scripts\": {\n    \"build\": \"tsc && vite build\"\n  }, \"private\": true, \"x\": null\n}");

        var build = read.Root?.At("scripts", "build");
        Assert.Empty(read.Problems);
        Assert.Equal(("tsc && vite build", "\"tsc && vite build\""), (build?.Text, build?.Span.Text));
        Assert.Equal((3, 14), (build?.Span.StartLine, build?.Span.StartColumn));
        Assert.Equal("\"scripts\"", read.Root?.Entries[0].KeySpan.Text);
        Assert.Equal("true", read.Root?["private"]?.Span.Text);
        Assert.True(Assert.IsType<ScalarNode>(read.Root?["x"]).IsNull);
    }

    [Theory]
    [InlineData("\"a\\t\\\"b\\\" needle\"")]
    [InlineData("\"\\u00e9 \\ud83d\\ude00 needle\"")]
    [InlineData("\"needle\"")]
    public void Text_inside_a_string_keeps_its_place(string text)
    {
        var mapped = Assert.IsType<ScalarNode>(Parse(text).Root).Mapped;

        Assert.Equal("needle", mapped.Span(mapped.Text.IndexOf("needle", StringComparison.Ordinal), 6).Text);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_read()
    {
        var read = Parse(Valid);

        Assert.Empty(read.Problems);
        Assert.Equal(["c", "e"], read.Comments.Select(comment => comment.Value));
        Assert.Equal("\U0001F600", read.Root?["f"]?.Text);
        Assert.Equal(5, read.Root?["a"]?.Items.Count);
    }

    [Theory]
    [InlineData("{\"a\": 1,}", "comma after the last")]
    [InlineData("{\"a\": 1 // x\n}", "no comments")]
    public void What_npm_refuses_is_reported_for_its_manifest_only(string text, string expected)
    {
        Assert.Contains(expected, Assert.Single(Parse(text, "web/package.json").Problems).Message, StringComparison.Ordinal);
        Assert.Empty(Parse(text).Problems);
    }

    [Fact]
    public void A_duplicate_key_is_reported_with_the_first_one_and_the_last_is_found()
    {
        var read = Parse("{\"a\": 1,\n\"a\": 2}");

        var problem = Assert.Single(read.Problems);
        Assert.Equal((ProblemKind.DuplicateKey, 2, 1), (problem.Kind, problem.Span.StartLine, problem.Related?.StartLine));
        Assert.Equal("2", read.Root?["a"]?.Text);
    }

    [Theory]
    [InlineData("{\"a\": 1 \"b\": 2}", "a comma is missing")]
    [InlineData("{\"a\": \"x\n, \"b\": 2}", "not closed")]
    [InlineData("{\"a\": [1, 2, \"b\": 2}", null)]
    [InlineData("{\"a\": , \"b\": 2}", "a value is missing")]
    [InlineData("{a: 1, \"b\": 2}", "double quotes")]
    [InlineData("{\"a\": undefined, \"b\": 2}", "not a JSON value")]
    [InlineData("{\"b\": 2", "'}' is missing")]
    [InlineData("{\"b\": 2}}", "after the end")]
    [InlineData("{\"a\" 1, \"b\": 2}", "colon")]
    public void Reading_goes_on_behind_a_fault(string text, string? expected)
    {
        var read = Parse(text);

        Assert.All(read.Problems, problem => Assert.Equal(ProblemKind.Syntax, problem.Kind));
        if (expected is not null)
        {
            Assert.Contains(expected, Assert.Single(read.Problems).Message, StringComparison.Ordinal);
            Assert.Equal("2", read.Root?["b"]?.Text);
        }
    }

    [Fact]
    public void Conflict_markers_are_reported()
    {
        var read = Parse("{\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> x\n}");

        Assert.Equal(ProblemKind.ConflictMarker, Assert.Single(read.Problems).Kind);
        Assert.Equal("1", read.Root?["a"]?.Text);
    }

    [Fact]
    public void A_file_cut_anywhere_is_read_with_every_place_inside_it() => NodeFileCheck.CutAnywhere(JsonParser.Parse, Valid);

    [Fact]
    public void Random_text_is_read_with_every_place_inside_it() =>
        NodeFileCheck.Random(JsonParser.Parse, "{}[]:,\"\"'ab1-.\\un/*\n \r\t\0e\uD83D\u00e9");
}
