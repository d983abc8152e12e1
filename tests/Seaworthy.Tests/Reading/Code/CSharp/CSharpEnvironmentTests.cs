using Seaworthy.Model.Declared.Code;
using Seaworthy.Tests.Reading.Code.Go;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.CSharp;

public sealed class CSharpEnvironmentTests
{
    [Theory]
    [InlineData("var x = Environment.GetEnvironmentVariable(\"A\");", "A", "-", Demand.Expected)]
    [InlineData("var x = Environment.GetEnvironmentVariable(\"A\") ?? \"d\";", "A", "d", Demand.Optional)]
    [InlineData(
        "var x = Environment.GetEnvironmentVariable(\"A\") ?? throw new InvalidOperationException(\"A\");",
        "A",
        "-",
        Demand.Required
    )]
    [InlineData(
        "var x = Environment.GetEnvironmentVariable(\"A\");\nif (string.IsNullOrEmpty(x)) { throw new Exception(); }",
        "A",
        "-",
        Demand.Required
    )]
    [InlineData("if (Environment.GetEnvironmentVariable(\"A\") == \"1\") { }", "A", "-", Demand.Optional)]
    [InlineData("var x = builder.Configuration[\"Jwt:Key\"];", "Jwt__Key", "-", Demand.Expected)]
    [InlineData("var x = builder.Configuration[\"Jwt:Key\"] ?? \"d\";", "Jwt__Key", "d", Demand.Optional)]
    [InlineData("var x = builder.Configuration.GetValue<int>(\"Port\", 80);", "Port", "80", Demand.Optional)]
    [InlineData("var x = builder.Configuration.GetConnectionString(\"Default\");", "ConnectionStrings__Default", "-", Demand.Expected)]
    [InlineData("var x = builder.Configuration.GetSection(\"A\")[\"B\"];", "A__B", "-", Demand.Expected)]
    [InlineData("var x = builder.Configuration.GetSection(\"A:B\").Value;", "A__B", "-", Demand.Expected)]
    [InlineData("var x = builder.Configuration.GetSection(\"A\").GetValue<string>(\"B\");", "A__B", "-", Demand.Expected)]
    public void A_read_knows_its_name_default_and_demand(string text, string name, string fallback, Demand demand)
    {
        var read = Assert.Single(CSharpReading.Of("var builder = WebApplication.CreateBuilder(args);\n" + text).EnvironmentReads);

        Assert.Equal((name, fallback, demand), (read.Name, read.Default.Show(), read.Demand));
    }

    [Fact]
    public void A_configuration_key_is_an_alias_of_its_variable()
    {
        var read = Assert.Single(CSharpReading.Of("var x = builder.Configuration[\"Jwt:Key\"];").EnvironmentReads);

        Assert.Equal(["Jwt:Key"], read.Aliases);
        Assert.Equal(("IConfiguration", true), (read.Schema, read.IgnoresCase));
    }

    [Fact]
    public void An_injected_configuration_is_known_by_its_type()
    {
        Assert.Equal(
            "A",
            Assert.Single(CSharpReading.Of("class S { public S(IConfiguration config) { var x = config[\"A\"]; } }").EnvironmentReads).Name
        );
        Assert.Empty(
            CSharpReading
                .Of("class S { void F(Dictionary<string, string> config) { var configuration2 = 1; var x = config[\"A\"]; } }")
                .EnvironmentReads
        );
    }

    [Fact]
    public void Bound_options_lead_to_variables()
    {
        var file = CSharpReading.Of(
            "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.Configure<Jwt>(builder.Configuration.GetSection(\"Auth:Jwt\"));\nvar grpc = builder.Services.GetOptions<GrpcOptions>(\"Grpc\");\nbuilder.Services.AddGrpcClient<X>(o => { o.Address = new Uri(grpc.FlightAddress); });\npublic class Jwt { public string Key { get; set; } public int Minutes { get; set; } = 5; }\n"
        );

        Assert.Equal(
            [("Auth__Jwt__Key", "-"), ("Auth__Jwt__Minutes", "5")],
            file.EnvironmentReads.Select(read => (read.Name, read.Default.Show()))
        );
        Assert.Contains(file.Settings, setting => setting.Name == "grpc.target" && setting.Value.Show() == "$Grpc__FlightAddress");
    }
}
