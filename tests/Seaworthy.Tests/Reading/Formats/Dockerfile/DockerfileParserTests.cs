using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Dockerfile;

public sealed class DockerfileParserTests
{
    [Fact]
    public void Continued_lines_are_joined_and_comments_and_blank_lines_inside_are_left_out()
    {
        var file = Parse("FROM a\nRUN one \\\n  # why\n\n    && two \\  \n && three\nUSER x\n");

        Assert.Equal(["FROM", "RUN", "USER"], file.Instructions.Select(instruction => instruction.Keyword.Value));
        var run = file.Instructions[1];
        Assert.Equal("one     && two  && three", run.Arguments.Text);
        Assert.Equal((2, 6), (run.Span.StartLine, run.Span.EndLine));
        Assert.Equal("why", Assert.Single(file.Comments).Value);
        var three = run.Arguments.Span(run.Arguments.Text.IndexOf("three", StringComparison.Ordinal), 5);
        Assert.Equal(("three", 6, 5), (three.Text, three.StartLine, three.StartColumn));
    }

    [Fact]
    public void Directives_hold_only_at_the_top()
    {
        var file = Parse("# syntax = docker/dockerfile:1.7\n# escape=`\n\n# escape=\\\nFROM a\nCOPY x `\n  c:\\\n");

        Assert.Equal("docker/dockerfile:1.7", file.SyntaxDirective?.Value);
        Assert.Equal('`', file.Escape);
        Assert.Equal(@"x   c:\", file.Instructions[1].Arguments.Text);
    }

    [Fact]
    public void A_comment_before_a_directive_makes_it_a_comment() => Assert.Equal('\\', Parse("# hello\n# escape=`\nFROM a\n").Escape);

    [Fact]
    public void A_doubled_escape_at_the_end_continues_nothing() => Assert.Equal(2, Parse("RUN dir c:\\\\\nUSER x\n").Instructions.Count);

    [Fact]
    public void Flags_are_taken_off_and_keywords_are_upper_case()
    {
        var file = Parse("copy --from=build --chown=\"a b\":c  --link /x /y --not-a-flag\n");

        var copy = Assert.Single(file.Instructions);
        Assert.Equal(("COPY", "copy"), (copy.Keyword.Value, copy.Keyword.Span.Text));
        Assert.Equal(["from=build", "chown=\"a b\":c", "link="], copy.Flags.Select(flag => $"{flag.Name}={flag.Value?.Text}"));
        Assert.Equal("--chown=\"a b\":c", copy.Flags[1].Span.Text);
        Assert.Equal("/x /y --not-a-flag", copy.Arguments.Text);
    }

    [Fact]
    public void Several_heredocs_follow_one_line()
    {
        var file = Parse("FROM a\nCOPY <<one.txt <<-\"two\" /dest/\nFROM $x\none.txt\n\tb\n\ttwo\nUSER x\n");

        var copy = file.Instructions[1];
        Assert.Equal(["one.txt:FROM $x\n:True", "two:b\n:False"], copy.Heredocs.Select(doc => $"{doc.Name}:{doc.Body.Text}:{doc.Expands}"));
        Assert.Equal((2, 6), (copy.Span.StartLine, copy.Span.EndLine));
        Assert.Equal("USER", file.Instructions[2].Keyword.Value);
        Assert.Equal(5, copy.Heredocs[1].Body.Span(0, 1).StartLine);
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void A_blank_may_stand_before_the_name_of_a_heredoc()
    {
        var run = Parse("RUN cat > x << EOF\nFROM y\nEOF\nUSER z\n").Instructions[0];

        Assert.Equal(("FROM y\n", "<< EOF"), (Assert.Single(run.Heredocs).Body.Text, run.Heredocs[0].Span.Text));
    }

    [Theory]
    [InlineData("RUN echo $((1 << 4))\nUSER x\n")]
    [InlineData("RUN echo \"a <<EOF\"\nUSER x\n")]
    [InlineData("RUN cat <<<EOF\nUSER x\n")]
    [InlineData("CMD cat <<EOF\nUSER x\n")]
    public void What_only_looks_like_a_heredoc_is_none(string text) => Assert.Equal(2, Parse(text).Instructions.Count);

    [Fact]
    public void An_open_heredoc_is_told_at_its_marker()
    {
        var problem = Assert.Single(Parse("FROM a\nRUN <<EOF\necho\n").Problems);

        Assert.Equal((ProblemKind.Syntax, "<<EOF", 2), (problem.Kind, problem.Span.Text, problem.Span.StartLine));
    }

    [Fact]
    public void Windows_line_breaks_belong_to_no_argument()
    {
        var file = Parse("\uFEFFFROM a\r\nRUN one \\\r\n  two\r\nRUN <<EOF\r\nx\r\nEOF\r\n");

        Assert.Equal(["a", "one   two", "<<EOF"], file.Instructions.Select(instruction => instruction.Arguments.Text));
        Assert.Equal("x\n", file.Instructions[2].Heredocs[0].Body.Text);
    }

    [Theory]
    [InlineData("[\"a\", \"b c\"]", "a|b c")]
    [InlineData("[]", "")]
    [InlineData(" [ \"\\u0041\\n\\\"\" ] ", "A\n\"")]
    public void Arrays_of_strings_are_exec_forms(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("['a']")]
    [InlineData("[\"a\",]")]
    [InlineData("[\"a\" \"b\"]")]
    [InlineData("[\"a\"] # why")]
    [InlineData("[\"a")]
    [InlineData("[\"c:\\d\"]")]
    [InlineData("[,\"a\"]")]
    [InlineData("[")]
    public void Broken_arrays_are_none_but_look_like_it(string text)
    {
        var form = ExecForm.Read(MappedText.Of(new SourceFile("f", text)));

        Assert.Equal((null, true, false), (form.Words, form.LooksLikeArray, form.HoldsOtherValues));
    }

    [Fact]
    public void An_array_of_numbers_is_told_apart() =>
        Assert.True(ExecForm.Read(MappedText.Of(new SourceFile("f", "[\"a\", 1]"))).HoldsOtherValues);

    [Fact]
    public void Words_of_an_exec_form_know_their_places()
    {
        var words = ExecForm.Read(MappedText.Of(new SourceFile("f", "[\"a\", \"bc\"]"))).Words;

        Assert.Equal(["a", "bc"], words?.Select(word => word.Span.Text));
    }

    private static string? Words(string text) =>
        ExecForm.Read(MappedText.Of(new SourceFile("f", text))).Words is { } words
            ? string.Join('|', words.Select(word => word.Value))
            : null;

    private static DockerfileSyntax Parse(string text) => DockerfileParser.Parse(new SourceFile("Dockerfile", text));
}
