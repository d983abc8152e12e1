using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Kubernetes;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Kubernetes;

public sealed class HelmReaderTests
{
    private static Artifact? Read(string path, string text) => new HelmReader().Read(new FileSyntax(new SourceFile(path, text)));

    [Fact]
    public void A_chart_names_what_it_depends_on()
    {
        var chart = Assert.IsType<HelmChart>(
            Read(
                "chart/Chart.yaml",
                "apiVersion: v2\nname: shop\nversion: 0.1.0\nappVersion: \"2.0\"\ndependencies:\n- name: redis\n  version: ^17\n  repository: file://../redis\n  condition: redis.enabled\n"
            )
        );

        Assert.Equal(("shop", "0.1.0"), (chart.Name?.Value, chart.Version?.Value));
        Assert.Equal(
            ("redis", "file://../redis", "redis.enabled"),
            (chart.Dependencies[0].Name.Value, chart.Dependencies[0].Repository?.Value, chart.Dependencies[0].Condition?.Value)
        );
    }

    [Fact]
    public void Values_are_leaves_with_their_paths()
    {
        var values = Assert.IsType<HelmValues>(
            Read("chart/values-prod.yaml", "image:\n  repository: shop\n  tag:\nhosts: [a]\nempty: {}\n")
        );

        Assert.Equal(
            [("image.repository", "shop"), ("image.tag", null), ("hosts", null), ("empty", null)],
            values.Values.Select(value => (value.Path, value.Value?.Value))
        );
        Assert.Equal("tag", values.Values[1].KeySpan.Text);
    }

    [Theory]
    [InlineData("chart/Chart.yaml", true)]
    [InlineData("values.yaml", true)]
    [InlineData("values.test.yaml", true)]
    [InlineData("valuesets.yaml", false)]
    [InlineData("values.json", false)]
    public void Names_decide(string path, bool expected)
    {
        Assert.Equal(expected, new HelmReader().Accepts(path));
    }
}
