using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Ini;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Tests.Reading.Formats.Tree;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Ini;

public sealed class IniParserTests
{
    private const string Valid =
        "# c\ntop = 1\n[alembic]\nscript_location = migrations\nsqlalchemy.url = postgres://u:p@db/x\n; d\n[list]\nitems =\n    one\n    two needle\nkeyless\n";

    private static NodeFile Parse(string text, string path = "alembic.ini") => IniParser.Parse(new SourceFile(path, text));

    [Fact]
    public void Sections_are_mappings_of_keys_with_places()
    {
        var root = Parse(Valid, "a.ini").Root;

        var url = root?.At("alembic", "sqlalchemy.url");
        Assert.Equal(("postgres://u:p@db/x", 5, 18), (url?.Span.Text, url?.Span.StartLine, url?.Span.StartColumn));
        Assert.Equal("1", root?.At("", "top")?.Text);
        Assert.Equal("[alembic]", root?.Entries[1].KeySpan.Text);
        Assert.Equal(["c", "d"], Parse(Valid).Comments.Select(comment => comment.Value));
    }

    [Fact]
    public void Indented_lines_go_on_with_the_value_and_keep_their_place()
    {
        var items = Assert.IsType<ScalarNode>(Parse(Valid).Root?.At("list", "items"));

        Assert.Equal("\none\ntwo needle", items.Value);
        Assert.Equal("needle", items.Mapped.Span(items.Value.IndexOf("needle", StringComparison.Ordinal), 6).Text);
    }

    [Fact]
    public void A_unit_repeats_keys_and_joins_lines()
    {
        var read = Parse("[Service]\nEnvironment=A=1\nEnvironment=B=2\nExecStart=/usr/bin/x \\\n  --port 80\n", "deploy/app.service");

        Assert.Empty(read.Problems);
        Assert.Equal(["A=1", "B=2", "/usr/bin/x --port 80"], read.Root?["Service"]?.Entries.Select(entry => entry.Value.Text));
    }

    [Fact]
    public void Python_refuses_duplicates_and_lines_without_a_separator()
    {
        Assert.Equal(ProblemKind.DuplicateKey, Assert.Single(Parse("[a]\nx=1\nx=2\n").Problems).Kind);
        Assert.Equal(ProblemKind.DuplicateKey, Assert.Single(Parse("[a]\nx=1\n[a]\ny=2\n").Problems).Kind);
        Assert.Equal(ProblemKind.Syntax, Assert.Single(Parse("[a]\nword\n").Problems).Kind);
        Assert.Empty(Parse("[a]\nx=1\nx=2\nword\n", "php.ini").Problems);
    }

    [Fact]
    public void A_file_cut_anywhere_is_read_with_every_place_inside_it() => NodeFileCheck.CutAnywhere(IniParser.Parse, Valid);

    [Fact]
    public void Random_text_is_read_with_every_place_inside_it()
    {
        NodeFileCheck.Random(IniParser.Parse, "[]=:#;ab\\ \n\n \r\t\0");
        NodeFileCheck.Random(file => IniParser.Parse(new SourceFile("a.service", file.Text)), "[]=ab\\\\\n\n \r\t");
    }
}
