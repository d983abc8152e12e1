using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Yaml;

public sealed class ScalarMapTests
{
    [Theory]
    [InlineData("run: |\n  cd api\n\n    npm needle\n  ls\n")]
    [InlineData("run: |2\n    cd needle\n")]
    [InlineData("run: |-\r\n  cd api\r\n  needle\r\n")]
    [InlineData("run: >\n  cd api &&\n  npm needle\n\n  next\n")]
    [InlineData("run: >-\n  a\n\n\n   b\n   needle\n  c\n")]
    [InlineData("run: cd api\n  needle here\n")]
    [InlineData("run: 'it''s a needle'\n")]
    [InlineData("run: 'one\n\n  needle'\n")]
    [InlineData("run: \"a\\tb\\u00e9\\\"c needle\"\n")]
    [InlineData("run: \"\\U0001F600 needle\"\n")]
    [InlineData("run: \"a \\\n   \\ needle\"\n")]
    [InlineData("run: \"a\\\n   needle\"\n")]
    [InlineData("run: echo needle")]
    [InlineData("run: 'echo needle'")]
    public void Text_inside_a_scalar_keeps_its_place(string text)
    {
        var scalar = Assert.IsType<ScalarNode>(YamlParser.Parse(new SourceFile("a.yaml", text)).Root?["run"]);

        var mapped = scalar.Mapped;

        Assert.Equal(scalar.Value, mapped.Text);
        Assert.Equal("needle", mapped.Span(mapped.Text.IndexOf("needle", StringComparison.Ordinal), 6).Text);
    }
}
