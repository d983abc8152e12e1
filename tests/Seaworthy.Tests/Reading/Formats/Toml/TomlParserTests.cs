using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Toml;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Tests.Reading.Formats.Tree;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Toml;

public sealed class TomlParserTests
{
    private const string Valid =
        "# c\ntitle = \"T\\u00e9\"\n[a.b]\nx.y = 1 # d\n'q r' = 'lit\\'\nd = 1979-05-27 07:32:00Z\nm = \"\"\"\none \\\n   two\"\"\"\"\nl = '''\nthree'''\n[[p]]\nn = [1, [2, 3,],\n # in\n 4]\n[[p]]\no = { k = 1, z.w = \"v\" }\n";

    private static NodeFile Parse(string text) => TomlParser.Parse(new SourceFile("a.toml", text));

    private static Node RootOf(string text)
    {
        var read = Parse(text);
        Assert.Empty(read.Problems);
        return Assert.IsAssignableFrom<Node>(read.Root);
    }

    [Fact]
    public void Tables_arrays_and_dotted_keys_become_one_tree()
    {
        var root = RootOf(Valid);

        Assert.Equal("T\u00e9", root["title"]?.Text);
        Assert.Equal("1", root.At("a", "b", "x", "y")?.Text);
        Assert.Equal("lit\\", root.At("a", "b", "q r")?.Text);
        Assert.Equal("1979-05-27 07:32:00Z", root.At("a", "b", "d")?.Text);
        Assert.Equal("one two\"", root.At("a", "b", "m")?.Text);
        Assert.Equal("three", root.At("a", "b", "l")?.Text);
        Assert.Equal(["1", null, "4"], root["p"]?.Items[0]["n"]?.Items.Select(item => item.Text));
        Assert.Equal("v", root["p"]?.Items[1].At("o", "z", "w")?.Text);
        Assert.Equal(["c", "d", "in"], Parse(Valid).Comments.Select(comment => comment.Value));
    }

    [Fact]
    public void Places_are_those_of_keys_and_values()
    {
        var root = RootOf("[tool.poetry]\nname = \"x\"\n\n[tool.ruff]\nline = 1\n");

        var name = root.At("tool", "poetry", "name");
        Assert.Equal(("\"x\"", 2, 8), (name?.Span.Text, name?.Span.StartLine, name?.Span.StartColumn));
        Assert.Equal("[tool.poetry]\nname = \"x\"", root.At("tool", "poetry")?.Span.Text);
        Assert.Equal("poetry", root["tool"]?.Entries[0].KeySpan.Text);
    }

    [Fact]
    public void Subtables_of_an_array_belong_to_its_last_element()
    {
        var root = RootOf("[[bin]]\nname = \"a\"\n[[bin]]\nname = \"b\"\n[bin.env]\nk = 1\n");

        Assert.Null(root["bin"]?.Items[0]["env"]);
        Assert.Equal("1", root["bin"]?.Items[1].At("env", "k")?.Text);
    }

    [Fact]
    public void A_table_may_follow_its_subtable()
    {
        Assert.Equal("1", RootOf("[a.b]\nx = 2\n[a]\ny = 1\n").At("a", "y")?.Text);
    }

    [Theory]
    [InlineData("a = 1\na = 2\n")]
    [InlineData("[a]\n[b]\n[a]\n")]
    [InlineData("a = 1\n[a]\n")]
    [InlineData("[[a]]\n[a]\n")]
    public void A_duplicate_key_is_reported_with_the_first_one(string text)
    {
        var problem = Assert.Single(Parse(text).Problems);

        Assert.Equal((ProblemKind.DuplicateKey, 1), (problem.Kind, problem.Related?.StartLine));
    }

    [Theory]
    [InlineData("a = x\nb = 2\n", "needs quotes")]
    [InlineData("a\nb = 2\n", "equals sign")]
    [InlineData("a = \"x\nb = 2\n", "not closed")]
    [InlineData("a = 1 2 3 # c\nb = 2\n", null)]
    [InlineData("= 1\nb = 2\n", "key is missing")]
    [InlineData("a = \"x\" y\nb = 2\n", "after the end")]
    [InlineData("a =\nb = 2\n", "value is missing")]
    public void A_faulty_line_is_left_out(string text, string? expected)
    {
        var read = Parse(text);

        Assert.Equal("2", read.Root?["b"]?.Text);
        if (expected is not null)
        {
            Assert.Contains(expected, Assert.Single(read.Problems).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a = \"x\\ty needle\"")]
    [InlineData("a = \"\"\"\nx \\\n  needle\"\"\"")]
    [InlineData("a = '''\r\nneedle'''")]
    [InlineData("a = 'needle'")]
    public void Text_inside_a_string_keeps_its_place(string text)
    {
        var mapped = Assert.IsType<ScalarNode>(RootOf(text)["a"]).Mapped;

        Assert.Equal("needle", mapped.Span(mapped.Text.IndexOf("needle", StringComparison.Ordinal), 6).Text);
    }

    [Fact]
    public void A_file_cut_anywhere_is_read_with_every_place_inside_it() => NodeFileCheck.CutAnywhere(TomlParser.Parse, Valid);

    [Fact]
    public void Random_text_is_read_with_every_place_inside_it() =>
        NodeFileCheck.Random(TomlParser.Parse, "[]{}=.,\"\"\"'''ab1-#\\u\n\n \r\t\0\uD83D\u00e9");
}
