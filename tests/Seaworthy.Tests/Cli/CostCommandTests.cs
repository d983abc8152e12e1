using System.Text.Json;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class CostCommandTests
{
    private const string Compose =
        "services:\n  api:\n    image: shop/api:1\n    ports: [\"80:3000\"]\n    mem_limit: 512m\n  db:\n    image: postgres:17\n";

    [Fact]
    public void Figures_stand_with_what_they_assume_and_are_called_no_quote()
    {
        var (code, output, _) = Run();

        Assert.Equal(0, code);
        Assert.All(
            ["1 service and 1 store of compose.yaml", "AWS, ", "Hetzner, ", "--traffic", "0.5 GB (compose.yaml:5)", "no quote"],
            part => Assert.Contains(part, output, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Json_has_the_same_figures_and_where_each_price_is_from()
    {
        using var json = JsonDocument.Parse(Run("-f", "json").Output);

        var providers = json.RootElement.GetProperty("providers").EnumerateArray().ToList();
        Assert.Equal(5, providers.Count);
        Assert.All(
            providers,
            provider =>
            {
                Assert.True(
                    provider.GetProperty("perMonth").GetProperty("large").GetDecimal()
                        > provider.GetProperty("perMonth").GetProperty("small").GetDecimal()
                );
                Assert.All(
                    provider.GetProperty("prices").EnumerateArray(),
                    price => Assert.NotEqual("", price.GetProperty("asOf").GetString())
                );
            }
        );
    }

    [Fact]
    public void Stores_are_services_unless_they_are_to_be_hosted_by_oneself()
    {
        var managed = Run().Output;
        var own = Run("--self-hosted").Output;
        using var json = JsonDocument.Parse(Run("-f", "json").Output);

        Assert.Contains("RDS for PostgreSQL: db.t4g.micro, db.t4g.small, db.t4g.medium", managed, StringComparison.Ordinal);
        Assert.Contains("no managed stores here", managed, StringComparison.Ordinal);
        Assert.DoesNotContain("RDS", own, StringComparison.Ordinal);
        var store = json.RootElement.GetProperty("providers")[0].GetProperty("stores")[0];
        Assert.Equal(
            ("db", "RDS for PostgreSQL", "db.t4g.micro"),
            (
                store.GetProperty("name").GetString(),
                store.GetProperty("service").GetString(),
                store.GetProperty("plans").GetProperty("small").GetString()
            )
        );
    }

    [Fact]
    public void An_option_sets_its_value_in_all_sizes()
    {
        using var json = JsonDocument.Parse(Run("-f", "json", "--storage", "77.5", "--replicas", "3").Output);

        Assert.All(
            json.RootElement.GetProperty("sizes").EnumerateArray(),
            size => Assert.Equal((77.5m, 3), (size.GetProperty("storageGb").GetDecimal(), size.GetProperty("replicas").GetInt32()))
        );
    }

    [Theory]
    [InlineData("--cpu", "-1", "--cpu takes a number from 0 to 1000000.")]
    [InlineData("--target", "k8s", "there is no target 'k8s'. There is compose.yaml.")]
    public void What_makes_no_sense_ends_with_2(string option, string value, string said)
    {
        var (code, _, error) = Run(option, value);

        Assert.Equal(2, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_names_the_pages() =>
        Assert.Contains("<https://aws.amazon.com/fargate/pricing/>", Run("-f", "markdown").Output, StringComparison.Ordinal);

    private static (int Code, string Output, string Error) Run(params IReadOnlyList<string> arguments)
    {
        using var repository = new ScratchRepository().Write("compose.yaml", Compose);
        return Program.Run(repository.Root, ["cost", .. arguments]);
    }
}
