using Seaworthy.Model.Declared.Scripts;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Shell;

public sealed class ShellWordTests
{
    [Theory]
    [InlineData("echo 'a b'c", "echo|a bc")]
    [InlineData("echo \"a \\\"b\\\" \\n\"", "echo|a \"b\" \\n")]
    [InlineData("echo a\\ b", "echo|a b")]
    [InlineData("echo $'a\\tb'", "echo|a\tb")]
    [InlineData("echo ''", "echo|")]
    [InlineData("echo a \\\n  b", "echo|a|b")]
    [InlineData("echo a \\\r\n  b", "echo|a|b")]
    [InlineData("echo a # b", "echo|a")]
    [InlineData("echo a#b", "echo|a#b")]
    [InlineData("echo *.js", "echo|*.js")]
    [InlineData("echo {} \\;", "echo|{}|;")]
    [InlineData("echo --format='{{.Name}}'", "echo|--format={{.Name}}")]
    public void Quoting_is_undone(string text, string expected) => Assert.Equal(expected, ShellText.One(text).Show());

    [Theory]
    [InlineData("$X", "Variable:X")]
    [InlineData("${X}", "Variable:X")]
    [InlineData("\"$X/y\"", "Variable:X Literal:/y")]
    [InlineData("${X:-d}", "Variable:X=d")]
    [InlineData("${X-d e}", "Variable:X=d e")]
    [InlineData("${X:=d}", "Variable:X=d")]
    [InlineData("${X:?no}", "Variable:X!")]
    [InlineData("${X%/}", "Substitution:${X%/}")]
    [InlineData("${#X}", "Substitution:${#X}")]
    [InlineData("${X:-${Y:-z}}", "Variable:X=${Y:-z}")]
    [InlineData("$1", "Variable:1")]
    [InlineData("$@", "Variable:@")]
    [InlineData("$", "Literal:$")]
    [InlineData("~/x", "Variable:HOME Literal:/x")]
    [InlineData("$(pwd)/x", "Substitution:pwd Literal:/x")]
    [InlineData("$((1 + 2))", "Substitution:$((1 + 2))")]
    [InlineData("`pwd`", "Substitution:pwd")]
    [InlineData("a:${{ github.sha || 'x' }}", "Literal:a: Substitution:${{ github.sha || 'x' }}")]
    [InlineData("'a:${{ github.sha }}'", "Literal:a: Substitution:${{ github.sha }}")]
    [InlineData("<(sort x)", "Substitution:sort x")]
    public void Words_fall_into_parts(string word, string expected)
    {
        var parts = ShellText.Parse("echo " + word)[^1].Words[1].Parts;
        Assert.Equal(expected, string.Join(' ', parts.Select(Show)));
    }

    [Theory]
    [InlineData("*.sh")]
    [InlineData("{a,b}")]
    [InlineData("x[0-9]")]
    [InlineData("@(a|b)")]
    public void Unquoted_patterns_are_no_literals(string word)
    {
        var read = ShellText.One("ls " + word).Words[1];
        Assert.True(read.IsPattern);
        Assert.Null(read.Literal);
    }

    [Theory]
    [InlineData("'*.sh'")]
    [InlineData("{a}")]
    [InlineData("\"{a,b}\"")]
    public void Quoted_patterns_are_literals(string word) => Assert.NotNull(ShellText.One("ls " + word).Words[1].Literal);

    [Fact]
    public void Spans_point_at_the_words_as_written()
    {
        var command = ShellText.Parse("\n  docker build -t \"a b\" .\n")[0];
        Assert.Equal("docker build -t \"a b\" .", command.Span.Text);
        Assert.Equal(["docker", "build", "-t", "\"a b\"", "."], command.Words.Select(word => word.Span.Text));
        Assert.Equal((2, 3), (command.Span.StartLine, command.Span.StartColumn));
    }

    private static string Show(ShellPart part) =>
        $"{part.Kind}:{part.Text}{(part.Default is { } value ? "=" + value : "")}{(part.IsRequired ? "!" : "")}";

    [Theory]
    [InlineData("""export IMG=${IMG:-$(grep 'Name.*=' "${ROOT}/versions.go" | awk -F '"' '{print $2}' | tr -d '[:space:]')}""")]
    [InlineData("""MB=${MB:=$(awk '{print $2}' /proc/meminfo)}""")]
    public void Braces_and_quotes_of_a_command_inside_a_default_end_nothing(string text) =>
        Assert.Empty(ShellText.Read(text + "\necho done\n").Problems);

    [Fact]
    public void A_line_break_inside_a_test_separates_nothing() =>
        Assert.Empty(
            ShellText
                .Read(
                    "[[ \"${a}\" =~ ^https://[^[:space:]/]+$ ||\n   \"${a}\" =~ ^http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?$ ]] ||\n  fail \"no\"\necho done\n"
                )
                .Problems
        );
}
