using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Linking.Compose;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Compose;

public sealed class ComposeInterpolationTests
{
    private static readonly SourceFile Env = new(".env", "SET=value\nEMPTY=\nURL=http://$SET/\nRAW='$SET'\n");

    [Theory]
    [InlineData("a-$SET-b", "a-value-b", "")]
    [InlineData("${NONE}", "", "NONE")]
    [InlineData("${NONE:-x}", "x", "")]
    [InlineData("${EMPTY:-x}", "x", "")]
    [InlineData("${EMPTY-x}", "", "")]
    [InlineData("${SET:+yes}${NONE:+no}", "yes", "")]
    [InlineData("${NONE:-${OTHER:-deep}}", "deep", "")]
    [InlineData("${NONE:-${OTHER}}", "", "OTHER")]
    [InlineData("$$SET", "$SET", "")]
    [InlineData("${URL}", "http://value/", "")]
    [InlineData("${RAW}", "$SET", "")]
    [InlineData("^a$", "^a$", "")]
    public void Holes_are_filled_as_compose_fills_them(string text, string expected, string unset)
    {
        var resolved = ComposeInterpolation.Resolve(Parse(text), Values());

        Assert.Equal((expected, unset), (resolved.Text, string.Join(' ', resolved.Unset)));
    }

    [Theory]
    [InlineData("${NONE:?set it}", "NONE must be set")]
    [InlineData("${EMPTY:?}", "EMPTY must be set")]
    [InlineData("${a.b}", "not a reference")]
    public void What_compose_refuses_is_unknown(string text, string why)
    {
        Assert.Contains(why, ComposeInterpolation.Resolve(Parse(text), Values()).UnknownBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chain_leads_to_the_line_that_sets_the_value()
    {
        var resolved = ComposeInterpolation.Resolve(Parse("x:$SET"), Values());

        Assert.Equal(["compose.yaml:1", ".env:1"], resolved.Chain.Select(place => place.ToString()));
    }

    [Fact]
    public void What_the_including_project_sets_goes_first()
    {
        Dictionary<string, Fact<string>> outer = new() { ["SET"] = new("outer", Env.Whole) };

        var values = ComposeInterpolation.Values([EnvFile()], outer);

        Assert.Equal(("outer", "http://outer/"), (values["SET"].Value, values["URL"].Value));
    }

    private static IReadOnlyDictionary<string, Fact<string>> Values() => ComposeInterpolation.Values([EnvFile()]);

    private static EnvFile EnvFile() =>
        new(Env)
        {
            Entries = [Entry("SET", "value"), Entry("EMPTY", ""), Entry("URL", "http://$SET/"), Entry("RAW", "$SET", EnvQuote.Single)],
        };

    private static EnvEntry Entry(string name, string value, EnvQuote quote = EnvQuote.None)
    {
        SourceSpan span = new(Env, Env.Text.IndexOf(name + "=", StringComparison.Ordinal), name.Length);
        return new EnvEntry(new Fact<string>(name, span), TemplateParser.Parse(value, span), span) { Quote = quote };
    }

    private static Template Parse(string text)
    {
        SourceFile file = new("compose.yaml", text);
        return TemplateParser.Parse(new SourceSpan(file, 0, text.Length));
    }
}
