using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Interpolation;

public sealed class TemplateParserTests
{
    [Theory]
    [InlineData("$PORT", "PORT", null, null)]
    [InlineData("${PORT}", "PORT", null, null)]
    [InlineData("${PORT:-3000}", "PORT", ":-", "3000")]
    [InlineData("${PORT-3000}", "PORT", "-", "3000")]
    [InlineData("${PORT:?say which}", "PORT", ":?", "say which")]
    [InlineData("${PORT?}", "PORT", "?", "")]
    [InlineData("${PORT:+set}", "PORT", ":+", "set")]
    [InlineData("${PORT+set}", "PORT", "+", "set")]
    [InlineData("${PORT:-{\"a\":1}}", "PORT", ":-", "{\"a\":1}")]
    public void Every_form_of_reference_is_told_apart(string text, string variable, string? sign, string? word)
    {
        var part = Assert.Single(Parse(text).Parts);

        Assert.Equal((variable, sign, word, text), (part.Variable, part.Operator, part.Word?.Raw, part.Text));
        Assert.False(part.IsMalformed);
    }

    [Fact]
    public void Literal_text_and_references_alternate_and_know_their_places()
    {
        SourceFile file = new("compose.yaml", "image: api:${TAG:-v1}-$ARCH");

        var template = TemplateParser.Parse(new SourceSpan(file, 7, file.Text.Length - 7));

        Assert.Equal(["api:", "${TAG:-v1}", "-", "$ARCH"], template.Parts.Select(part => part.Text));
        Assert.Equal(["api:", "${TAG:-v1}", "-", "$ARCH"], template.Parts.Select(part => part.Span?.Text));
        Assert.Equal("v1", template.Parts[1].Word?.Span.Text);
        Assert.Null(template.Literal);
    }

    [Fact]
    public void A_default_may_hold_references_itself()
    {
        var word = Parse("${URL:-http://${HOST:-$NAME}:80}").Parts[0].Word;

        Assert.Equal(["http://", "${HOST:-$NAME}", ":80"], word?.Parts.Select(part => part.Text));
        Assert.Equal("NAME", word?.Parts[1].Word?.Parts[0].Variable);
    }

    [Theory]
    [InlineData("a$$b", "a$b")]
    [InlineData("$${NOT}", "${NOT}")]
    [InlineData("plain {json}", "plain {json}")]
    public void A_doubled_dollar_is_a_dollar_in_compose(string text, string literal) => Assert.Equal(literal, Parse(text).Literal);

    [Theory]
    [InlineData("${OPEN", "${")]
    [InlineData("${1A}", "${1A}")]
    [InlineData("${A!b}", "${A!b}")]
    public void What_compose_refuses_is_kept_and_marked(string text, string malformed)
    {
        var template = Parse(text);

        Assert.Equal(malformed, Assert.Single(template.Parts, part => part.IsMalformed).Text);
        Assert.Equal(text, template.Literal);
    }

    [Theory]
    [InlineData("end$")]
    [InlineData("^a$|$(date) $1")]
    public void Compose_keeps_a_dollar_that_opens_nothing(string text)
    {
        var template = Parse(text);

        Assert.Equal(text, template.Literal);
        Assert.DoesNotContain(template.Parts, part => part.IsMalformed);
    }

    [Theory]
    [InlineData(@"a\$B", "a$B")]
    [InlineData("cost $5", "cost $5")]
    [InlineData("a$$b", "a$")]
    [InlineData(@"c:\dir 'x'", @"c:\dir 'x'")]
    public void Dotenv_escapes_with_a_backslash_and_keeps_a_lone_dollar(string text, string literalStart)
    {
        var template = Parse(text, TemplateFlavour.DotEnv);

        Assert.Equal(literalStart, template.Parts[0].Text);
        Assert.DoesNotContain(template.Parts, part => part.IsMalformed);
    }

    [Theory]
    [InlineData("\"a b\"", "a b")]
    [InlineData("'$HOME'", "$HOME")]
    [InlineData(@"a\ b", "a b")]
    [InlineData(@"""a\nb""", @"a\nb")]
    [InlineData(@"\$HOME", "$HOME")]
    [InlineData("\"it's\"", "it's")]
    public void Dockerfile_words_lose_their_quotes_and_escapes(string text, string literal) =>
        Assert.Equal(literal, Parse(text, TemplateFlavour.Dockerfile).Literal);

    [Theory]
    [InlineData("${A%.*}", "%", ".*")]
    [InlineData("${A##x}", "#", "#x")]
    [InlineData("${A/b/c}", "/", "b/c")]
    public void Dockerfiles_may_cut_values(string text, string sign, string word)
    {
        var part = Assert.Single(Parse(text, TemplateFlavour.Dockerfile).Parts);

        Assert.Equal(("A", sign, word), (part.Variable, part.Operator, part.Word?.Raw));
        Assert.True(Assert.Single(Parse(text).Parts).IsMalformed);
    }

    [Fact]
    public void Changed_text_gives_every_part_the_place_of_the_whole()
    {
        SourceSpan span = new(new SourceFile("a.yaml", "k: \"\\u0024A b\""), 3, 11);

        var template = TemplateParser.Parse("$A b", span);

        Assert.All(template.Parts, part => Assert.Equal(span, part.Span));
    }

    private static Template Parse(string text, TemplateFlavour flavour = TemplateFlavour.Compose)
    {
        SourceFile file = new("t", text);
        return TemplateParser.Parse(MappedText.Of(file), flavour);
    }
}
