using System.Globalization;
using Seaworthy.Reading.Linking.Targets;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

public sealed class ResourceAmountTests
{
    [Theory]
    [InlineData("128Mi", "128")]
    [InlineData("1Gi", "1024")]
    [InlineData("134217728", "128")]
    [InlineData("1M", "0.95367431640625")]
    [InlineData("a lot", null)]
    public void Kubernetes_knows_powers_of_ten_and_of_two(string text, string? wanted) =>
        Assert.Equal(Number(wanted), ResourceAmount.KubernetesMebibytes(text));

    [Theory]
    [InlineData("512m", "512")]
    [InlineData("1G", "1024")]
    [InlineData("50mb", "50")]
    [InlineData("1048576", "1")]
    [InlineData("${MEMORY}", null)]
    public void To_Compose_every_unit_is_of_two(string text, string? wanted) =>
        Assert.Equal(Number(wanted), ResourceAmount.ComposeMebibytes(text));

    [Theory]
    [InlineData("250m", "0.25")]
    [InlineData("0.5", "0.5")]
    [InlineData("2", "2")]
    [InlineData("m", null)]
    public void A_processor_has_a_thousand_parts(string text, string? wanted) =>
        Assert.Equal(Number(wanted), ResourceAmount.Processors(text));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
