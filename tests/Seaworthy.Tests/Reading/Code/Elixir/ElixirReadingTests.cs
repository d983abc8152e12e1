using Xunit;

namespace Seaworthy.Tests.Reading.Code.Elixir;

public sealed class ElixirReadingTests
{
    [Theory]
    [InlineData("x = System.get_env(\"A1\")", "A1 Expected -")]
    [InlineData("x = System.get_env(\"A1\", \"d\")", "A1 Optional 'd'")]
    [InlineData("x = System.get_env(\"A1\") || \"d\"", "A1 Optional 'd'")]
    [InlineData("x = String.to_integer(System.get_env(\"A1\") || \"4000\")", "A1 Optional '4000'")]
    [InlineData("x = System.fetch_env!(\"A1\")", "A1 Required -")]
    [InlineData("x = System.get_env(\"A1\") || raise \"no A1\"", "A1 Required -")]
    [InlineData(
        "x =\n  System.get_env(\"A1\") ||\n    raise \"\"\"\n    environment variable \"A1\" is missing.\n    \"\"\"",
        "A1 Required -"
    )]
    [InlineData("if config_env() == :prod do\n  x = System.fetch_env!(\"A1\")\nend", "A1 Required -")]
    [InlineData("if config_env() == :dev do\n  x = System.fetch_env!(\"A1\")\nend", "")]
    [InlineData(
        "x =\n  if config_env() in [:dev, :test] do\n    \"d\"\n  else\n    System.get_env(\"A1\") || raise \"no\"\n  end",
        "A1 Required -"
    )]
    [InlineData("if config_env() == :prod and not self_hosted do\n  x = System.fetch_env!(\"A1\")\nend", "A1 Expected -")]
    [InlineData("if config_env() != :prod do\n  x = System.fetch_env!(\"A1\")\nend", "")]
    [InlineData("unless config_env() == :test do\n  x = System.fetch_env!(\"A1\")\nend", "A1 Required -")]
    [InlineData("if System.get_env(\"A1\") do\n  x = System.fetch_env!(\"A2\")\nend", "A1 Optional -|A2 Expected -")]
    [InlineData("x = System.get_env(\"A1\") in ~w(true 1)", "A1 Optional -")]
    [InlineData("x = System.get_env(\"A1\") == \"true\"", "A1 Optional -")]
    [InlineData("def url do\n  System.fetch_env!(\"A1\")\nend", "A1 Expected -")]
    [InlineData("f = fn -> System.fetch_env!(\"A1\") end", "A1 Expected -")]
    [InlineData("# System.get_env(\"A1\")\nx = ~s|System.get_env(\"A2\")|", "")]
    [InlineData("x = ?\"\ny = System.get_env(\"A1\")", "A1 Expected -")]
    [InlineData("x = \"a#{System.get_env(\"A1\", \"d\")}\"", "A1 Optional 'd'")]
    [InlineData("config :shop, url: env!(\"A1\", :string!), level: env!(\"A2\", :atom, :info)", "A1 Required -|A2 Optional 'info'")]
    public void A_read_knows_its_default_and_what_happens_without(string body, string expected) =>
        Assert.Equal(expected, string.Join('|', CodeFacts.Read("config/runtime.exs", body).Environment()));

    [Fact]
    public void A_function_of_the_file_that_reads_what_it_is_given_is_followed() =>
        Assert.Equal(
            ["A1 Expected -"],
            CodeFacts
                .Read(
                    "lib/shop/env.ex",
                    "defmodule Shop.Env do\n  def get(key) do\n    System.get_env(key)\n  end\n  def a1, do: get(\"A1\")\nend"
                )
                .Environment()
        );

    [Fact]
    public void What_the_build_reads_stops_no_container() =>
        Assert.Equal(["A1 Optional -"], CodeFacts.Read("config/prod.exs", "config :shop, x: System.fetch_env!(\"A1\")").Environment());

    [Fact]
    public void Phoenix_listens_where_its_endpoint_says()
    {
        var read = CodeFacts.Read(
            "config/runtime.exs",
            """
            import Config

            port = String.to_integer(System.get_env("PORT") || "4000")

            config :shop, ShopWeb.Endpoint,
              url: [host: "shop.example", port: 443],
              http: [ip: {0, 0, 0, 0, 0, 0, 0, 0}, port: port]
            """
        );

        Assert.Equal(["phoenix - @port"], read.Listens());
        Assert.Contains("port = $PORT:'4000'", read.Names());
    }

    [Theory]
    [InlineData("config/dev.exs", true)]
    [InlineData("config/runtime.exs", false)]
    [InlineData("lib/shop/application.ex", false)]
    [InlineData("priv/repo/seeds.exs", true)]
    [InlineData("test/shop_test.exs", true)]
    public void Scripts_outside_the_configuration_are_no_program(string path, bool isTest) =>
        Assert.Equal(isTest, CodeFacts.Read(path, "x = System.get_env(\"A1\")").IsTest);
}
