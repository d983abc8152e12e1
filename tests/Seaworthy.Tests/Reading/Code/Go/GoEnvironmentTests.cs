using Seaworthy.Model.Declared.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.Go;

public sealed class GoEnvironmentTests
{
    [Theory]
    [InlineData("x := os.Getenv(\"A\")\nuse(x)", "-", Demand.Expected)]
    [InlineData("x := os.Getenv(\"A\")\nif x == \"\" {\n x = \"d\"\n}", "d", Demand.Optional)]
    [InlineData("x := os.Getenv(\"A\")\nif x == \"\" {\n log.Fatal(\"A is not set\")\n}", "-", Demand.Required)]
    [InlineData("x := os.Getenv(\"A\")\nif len(x) == 0 {\n panic(\"A\")\n}", "-", Demand.Required)]
    [InlineData("if x := os.Getenv(\"A\"); x != \"\" {\n use(x)\n}", "-", Demand.Optional)]
    [InlineData("x, ok := os.LookupEnv(\"A\")\nif !ok {\n x = \"d\"\n}", "d", Demand.Optional)]
    [InlineData("x, ok := os.LookupEnv(\"A\")\nif !ok {\n log.Fatalf(\"no\")\n}", "-", Demand.Required)]
    [InlineData("debug := os.Getenv(\"A\") == \"true\"", "-", Demand.Optional)]
    [InlineData("x := config.GetEnv(\"A\", \"d\")", "d", Demand.Optional)]
    [InlineData("cfg.X = config.GetEnv(\"A\", cfg.X)", "<cfg.X>", Demand.Optional)]
    [InlineData("x := utils.MustGetEnv(\"A\")", "-", Demand.Required)]
    public void A_read_knows_its_default_and_what_happens_without(string body, string fallback, Demand demand)
    {
        var read = Assert.Single(GoReading.InMain(body, "os", "log").EnvironmentReads);

        Assert.Equal(("A", fallback, demand), (read.Name, read.Default.Show(), read.Demand));
    }

    [Theory]
    [InlineData(
        "func getEnv(key, fallback string) string {\n if v, ok := os.LookupEnv(key); ok { return v }\n return fallback\n}",
        "getEnv(\"A\", \"d\")",
        "d",
        Demand.Optional
    )]
    [InlineData(
        "func env(key string) string {\n v := os.Getenv(key)\n if v == \"\" { log.Fatal(key) }\n return v\n}",
        "env(\"A\")",
        "-",
        Demand.Required
    )]
    [InlineData(
        "func mapIt(target *string, key string) {\n v := os.Getenv(key)\n if v == \"\" { panic(key) }\n *target = v\n}",
        "mapIt(&x, \"A\")",
        "-",
        Demand.Required
    )]
    [InlineData(
        "func number(key string, def int) int {\n s := os.Getenv(key)\n n, err := strconv.Atoi(s)\n if err != nil { return def }\n return n\n}",
        "number(\"A\", 8080)",
        "8080",
        Demand.Optional
    )]
    public void Functions_around_a_read_are_reads(string helper, string call, string fallback, Demand demand)
    {
        var read = Assert.Single(
            GoReading.Of($"package main\nimport \"os\"\n{helper}\nfunc main() {{\n x := {call}\n}}\n").EnvironmentReads
        );

        Assert.Equal(("A", fallback, demand, call), (read.Name, read.Default.Show(), read.Demand, read.Span.Text));
    }

    [Theory]
    [InlineData("`env:\"PORT\" envDefault:\"8080\"`", "PORT", "8080", Demand.Optional)]
    [InlineData("`env:\"PORT,required\"`", "PORT", "-", Demand.Required)]
    [InlineData("`envconfig:\"PORT\" default:\"80\"`", "PORT", "80", Demand.Optional)]
    [InlineData("`envconfig:\"PORT\" required:\"true\"`", "PORT", "-", Demand.Required)]
    [InlineData("`env:\"PORT, default=90\"`", "PORT", "90", Demand.Optional)]
    public void Struct_tags_name_variables(string tag, string name, string fallback, Demand demand)
    {
        var file = GoReading.Of($"package config\ntype Config struct {{\n\tPort string {tag}\n}}\n");

        var read = Assert.Single(file.EnvironmentReads);
        Assert.Equal((name, fallback, demand), (read.Name, read.Default.Show(), read.Demand));
        Assert.Contains(file.Constants, constant => constant.Name == "Config.Port");
    }

    [Theory]
    [InlineData("`envconfig:\"db_url\" required:\"true\"`", "SHOP_DB_URL", "DB_URL")]
    [InlineData("`required:\"true\" split_words:\"true\"`", "SHOP_DB_URL", "")]
    [InlineData("`required:\"true\"`", "SHOP_DBURL", "")]
    public void Envconfig_puts_the_prefix_of_the_application_in_front(string tag, string name, string alias)
    {
        var file = GoReading.Of(
            $"package config\nimport \"github.com/kelseyhightower/envconfig\"\ntype Config struct {{\n\tDbURL string {tag}\n}}\nfunc Load() (Config, error) {{\n var c Config\n err := envconfig.Process(\"shop\", &c)\n return c, err\n}}\n"
        );

        var read = Assert.Single(file.EnvironmentReads);
        Assert.Equal((name, alias, Demand.Required), (read.Name, string.Concat(read.Aliases), read.Demand));
    }

    [Fact]
    public void Viper_reads_every_key_once_it_is_automatic()
    {
        var file = GoReading.InMain(
            "viper.SetEnvPrefix(\"app\")\nviper.AutomaticEnv()\nviper.SetEnvKeyReplacer(strings.NewReplacer(\".\", \"_\"))\nviper.SetDefault(\"server.port\", 8080)\np := viper.GetString(\"db.url\")\nviper.BindEnv(\"x\", \"MY_X\")",
            "github.com/spf13/viper"
        );

        Assert.Equal(
            [("MY_X", "-"), ("APP_SERVER_PORT", "8080"), ("APP_DB_URL", "-")],
            file.EnvironmentReads.Select(read => (read.Name, read.Default.Show()))
        );
    }

    [Fact]
    public void A_read_behind_a_test_of_the_same_variable_is_optional()
    {
        var reads = GoReading.InMain("p := \"1\"\nif os.Getenv(\"PORT\") != \"\" {\n p = os.Getenv(\"PORT\")\n}", "os").EnvironmentReads;

        Assert.Equal([Demand.Optional, Demand.Optional], reads.Select(read => read.Demand));
    }

    [Fact]
    public void Setting_a_variable_is_no_read()
    {
        Assert.Empty(GoReading.InMain("os.Setenv(\"A\", \"b\")\nos.Unsetenv(\"A\")\nviper.BindEnv(\"A\")", "os").EnvironmentReads);
    }

    [Fact]
    public void A_configuration_made_by_a_function_is_followed_from_outside()
    {
        var config = GoReading.Of(
            "package config\nimport \"os\"\ntype Config struct { Port string }\nfunc Load() *Config {\n cfg := &Config{\n  Port: getEnv(\"PORT\", \"8083\"),\n }\n cfg.Net = getEnv(\"NET\", \"main\")\n return cfg\n}\nfunc getEnv(key, defaultValue string) string {\n if value := os.Getenv(key); value != \"\" {\n  return value\n }\n return defaultValue\n}\n"
        );
        var main = GoReading.InMain(
            "cfg := config.Load()\nr := gin.New()\nr.Run(\":\" + cfg.Port)",
            "example.org/x/config",
            "github.com/gin-gonic/gin"
        );

        Assert.Equal("${PORT:-8083}", config.Constants.Single(constant => constant.Name == "Load.Port").Value.Show());
        Assert.Contains(config.Constants, constant => constant.Name == "Config.Net");
        Assert.Equal(":<config.Load.Port>", Assert.Single(main.Listeners).Port.Show());
    }
}
