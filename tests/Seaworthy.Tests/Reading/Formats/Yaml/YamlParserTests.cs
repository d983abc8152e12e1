using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Yaml;

public sealed class YamlParserTests
{
    private static NodeFile Parse(string text) => YamlParser.Parse(new SourceFile("a.yaml", text));

    private static Node RootOf(string text)
    {
        var read = Parse(text);
        Assert.Empty(read.Problems);
        return Assert.IsAssignableFrom<Node>(read.Root);
    }

    [Fact]
    public void Values_are_found_down_a_path_with_their_places()
    {
        var root = RootOf("services:\n  web:\n    image: \"nginx:1.27\" # pinned\n    ports:\n      - 8080:80\n");

        var image = root.At("services", "web", "image");
        Assert.Equal("nginx:1.27", image?.Text);
        Assert.Equal("\"nginx:1.27\"", image?.Span.Text);
        Assert.Equal((3, 12), (image?.Span.StartLine, image?.Span.StartColumn));
        Assert.Equal("8080:80", root.At("services", "web", "ports")?.Items[0].Span.Text);
    }

    [Fact]
    public void A_block_collection_ends_with_its_last_child()
    {
        var root = RootOf("a:\n  b: 1\n  c:\n    - x\n    - y # last\n\n# about d\nd: 2\n");

        Assert.Equal("b: 1\n  c:\n    - x\n    - y", root["a"]?.Span.Text);
        Assert.Equal("- x\n    - y", root.At("a", "c")?.Span.Text);
    }

    [Theory]
    [InlineData("a: [1, 2]\nb: 1", "[1, 2]")]
    [InlineData("a: {x: 1,\n  y: [2, 3] }\nb: 1", "{x: 1,\n  y: [2, 3] }")]
    [InlineData("a: []\nb: 1", "[]")]
    [InlineData("a: {}", "{}")]
    public void A_flow_collection_ends_with_its_bracket(string text, string expected)
    {
        Assert.Equal(expected, RootOf(text)["a"]?.Span.Text);
    }

    [Theory]
    [InlineData("a: |\n  one\n  two\n\nb: 1", "|\n  one\n  two")]
    [InlineData("a: >-\n  one\n  two\n", ">-\n  one\n  two")]
    [InlineData("a: one\n  two\nb: 1", "one\n  two")]
    [InlineData("a: 'it''s'", "'it''s'")]
    [InlineData("a: !Ref &x one", "one")]
    [InlineData("a: &x\n  - one", "- one")]
    [InlineData("a: !reset # none\n  b: one", "b: one")]
    public void A_node_is_its_value_without_tag_anchor_and_comment(string text, string expected)
    {
        Assert.Equal(expected, RootOf(text)["a"]?.Span.Text);
    }

    [Theory]
    [InlineData("a:", true)]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a: !reset null", false)]
    [InlineData("a: !reset", true)]
    [InlineData("a: ''", false)]
    [InlineData("a: 'null'", false)]
    [InlineData("a: no", false)]
    public void Nothing_and_null_are_told_from_text(string text, bool expected)
    {
        Assert.Equal(expected, Assert.IsType<ScalarNode>(RootOf(text)["a"]).IsNull);
    }

    [Fact]
    public void A_tag_is_kept()
    {
        Assert.Equal("!Sub", RootOf("a: !Sub '${X}'")["a"]?.Tag);
    }

    [Fact]
    public void An_alias_is_the_anchors_node_and_the_entry_stays_at_its_key()
    {
        var root = RootOf("a: &x\n  k: 1\nb: *x\nc: 3\n");

        Assert.Same(root["a"], root["b"]);
        Assert.Equal("b", root.Entries[1].Span.Text);
        Assert.Equal("a: &x\n  k: 1", root.Entries[0].Span.Text);
    }

    [Fact]
    public void Merged_keys_give_way_to_explicit_ones_and_to_earlier_sources()
    {
        var root = RootOf("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  a: 0\nw:\n  a: 0\n  <<: *x\n");

        var merged = Assert.IsType<MappingNode>(root["z"]);
        Assert.Equal(("0", "1", "2"), (merged["a"]?.Text, merged["b"]?.Text, merged["c"]?.Text));
        Assert.Equal(["b", "c", "a"], merged.Pairs.Select(pair => pair.Key));
        Assert.Equal([true, true, false], merged.Pairs.Select(pair => pair.IsMerged));
        Assert.Equal("0", root.At("w", "a")?.Text);
    }

    [Fact]
    public void A_quoted_merge_sign_is_an_ordinary_key()
    {
        Assert.Equal("1", RootOf("'<<': {a: 1}").At("<<", "a")?.Text);
    }

    [Fact]
    public void A_duplicate_key_is_kept_and_reported_with_the_first_one()
    {
        var read = Parse("a: 1\nb: 2\na: 3\n");

        var problem = Assert.Single(read.Problems);
        Assert.Equal((ProblemKind.DuplicateKey, 3, 1), (problem.Kind, problem.Span.StartLine, problem.Related?.StartLine));
        Assert.Equal(3, read.Root?.Entries.Count);
        Assert.Equal("3", read.Root?["a"]?.Text);
    }

    [Fact]
    public void Documents_are_separate_and_empty_ones_are_left_out()
    {
        var read = Parse("---\na: 1\n---\n# nothing\n---\nb: &x 2\n...\n---\nc: *x\n");

        Assert.Equal(["a", "b", "c"], read.Documents.Select(document => document.Entries[0].Key));
        Assert.Contains("not defined", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_keeps_what_stands_before_it_and_reading_goes_on_with_the_next_document()
    {
        var read = Parse("a: 1\nb:\n  - x\n  c: [\n---\nd: 4\n");

        Assert.Equal(ProblemKind.Syntax, Assert.Single(read.Problems).Kind);
        Assert.Equal(2, read.Documents.Count);
        Assert.Equal(("1", "x"), (read.Documents[0]["a"]?.Text, read.Documents[0]["b"]?.Items[0].Text));
        Assert.Equal("4", read.Documents[1]["d"]?.Span.Text);
        Assert.Equal(6, read.Documents[1].Span.StartLine);
    }

    [Fact]
    public void Conflict_markers_are_reported_and_our_side_is_read()
    {
        var read = Parse("a: 1\n<<<<<<< HEAD\nb: ours\n=======\nb: theirs\n>>>>>>> feature\nc: 3\n");

        var problem = Assert.Single(read.Problems);
        Assert.Equal((ProblemKind.ConflictMarker, "<<<<<<< HEAD"), (problem.Kind, problem.Span.Text));
        Assert.Equal("ours", read.Root?["b"]?.Span.Text);
        Assert.Equal(7, read.Root?["c"]?.Span.StartLine);
    }

    [Fact]
    public void A_chart_template_is_reported_and_read_around_its_actions()
    {
        var read = Parse("kind: Service\n{{- if .Values.on }}\nname: {{ .Values.name }}-x\n{{- end }}\nport: 80\n");

        Assert.Equal((ProblemKind.Placeholder, 2), (Assert.Single(read.Problems).Kind, read.Problems[0].Span.StartLine));
        Assert.Equal("{{ .Values.name }}-x", read.Root?["name"]?.Text);
        Assert.Equal("80", read.Root?["port"]?.Text);
    }

    [Fact]
    public void A_bare_action_as_value_is_no_mapping()
    {
        Assert.Equal("{{ name }}", Parse("a: {{ name }}\n").Root?["a"]?.Text);
    }

    [Fact]
    public void Workflow_expressions_and_quoted_actions_are_plain_text()
    {
        var root = RootOf("a: ${{ github.ref }}\nb: \"{{ x }}\"\n");

        Assert.Equal(("${{ github.ref }}", "{{ x }}"), (root["a"]?.Text, root["b"]?.Text));
    }

    [Fact]
    public void Comments_are_those_outside_of_scalars()
    {
        var read = Parse("# top\na: 'x # no' # yes\nb: |\n  # no\nc: d#no\nu: http://x/#no\n#last");

        Assert.Equal(["top", "yes", "last"], read.Comments.Select(comment => comment.Value));
        Assert.Equal("# yes", read.Comments[1].Span.Text);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_not_move_places()
    {
        var root = RootOf("\uFEFFa: 1\r\nb: two\r\n");

        Assert.Equal(("1", "two"), (root["a"]?.Span.Text, root["b"]?.Span.Text));
    }

    [Theory]
    [InlineData("a: |\n      \n  echo\nb: 1\n", "\necho\n")]
    [InlineData("a: |\n  \n\n  needle\nb: 1\n", "\n\nneedle\n")]
    [InlineData("a: >-\n    \n  needle\n  x\nb: 1\n", "\nneedle x")]
    [InlineData("a: \"x\nneedle\"\nb: 1\n", "x needle")]
    [InlineData("a: 'x\nneedle' # c\nb: 1\n", "x needle")]
    [InlineData("a:\n  \"x  \r\n needle\r\ny\"\nb: 1\n", "x needle y")]
    [InlineData("a: \"needle\"# c\r\nb: 1\n", "needle")]
    [InlineData("a: ''# c: 'd'\nb: 1# c\n", "", "1# c")]
    public void Text_that_the_library_alone_refuses_is_read(string text, string expected, string after = "1")
    {
        var root = RootOf(text);

        var scalar = Assert.IsType<ScalarNode>(root["a"]);
        Assert.Equal((expected, after), (scalar.Value, root["b"]?.Text));
        var at = scalar.Value.IndexOf("needle", StringComparison.Ordinal);
        Assert.True(at < 0 || scalar.Mapped.Span(at, 6).Text == "needle");
        Assert.Equal(text.IndexOf("b: 1", StringComparison.Ordinal), root.Entries[1].KeySpan.Start);
    }

    [Fact]
    public void A_flow_collection_may_stand_at_the_left_margin()
    {
        var root = RootOf("a: [\n1, # ]\n'[',\n{x: 2,\ny: 3}\n]\nb: 1\n");

        Assert.Equal(["1", "[", null], root["a"]?.Items.Select(item => item.Text));
        Assert.Equal(("3", "1"), (root["a"]?.Items[2]["y"]?.Span.Text, root["b"]?.Span.Text));
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_a_fault()
    {
        Assert.Equal(
            (ProblemKind.Syntax, 1),
            (Parse("a: \"b\nc: \"d\"\n").Problems[0].Kind, Parse("a: \"b\nc: \"d\"\n").Problems[0].Span.StartLine)
        );
    }

    [Fact]
    public void A_lone_alias_refers_to_nothing()
    {
        Assert.Contains("not defined", Assert.Single(Parse("*.txt\n").Problems).Message, StringComparison.Ordinal);
    }
}
