using Seaworthy.Model.Declared.Code;
using Seaworthy.Tests.Reading.Code.Go;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.Rust;

public sealed class RustEnvironmentTests
{
    [Theory]
    [InlineData("let x = env::var(\"A\").expect(\"A must be set\");", "-", Demand.Required)]
    [InlineData("let x = std::env::var(\"A\").unwrap();", "-", Demand.Required)]
    [InlineData("let x = env::var(\"A\")?;", "-", Demand.Required)]
    [InlineData("let x = env::var(\"A\").context(\"no A\")?;", "-", Demand.Required)]
    [InlineData("let x = env::var(\"A\").unwrap_or_else(|_| panic!(\"no A\"));", "-", Demand.Required)]
    [InlineData("let x = env::var(\"A\").unwrap_or_else(|_| \"d\".to_string());", "d", Demand.Optional)]
    [InlineData("let x = env::var(\"A\").unwrap_or_else(|_| {\n eprintln!(\"no A\");\n \"d\".to_string()\n});", "d", Demand.Optional)]
    [InlineData("let x: u16 = env::var(\"A\").ok().and_then(|v| v.parse().ok()).unwrap_or(80);", "80", Demand.Optional)]
    [InlineData("let x = env::var(\"A\").unwrap_or(\"d\".into()).parse::<u16>().unwrap();", "d", Demand.Optional)]
    [InlineData("let x = env::var(\"A\").ok();", "-", Demand.Optional)]
    [InlineData("if let Ok(x) = env::var(\"A\") { use_it(x); }", "-", Demand.Optional)]
    [InlineData("if env::var(\"A\").is_err() { env::set_var(\"A\", \"info\"); }", "-", Demand.Optional)]
    [InlineData("if on {\n let x = env::var(\"A\").expect(\"A\");\n}", "-", Demand.Expected)]
    [InlineData("let x = dotenvy::var(\"A\").unwrap();", "-", Demand.Required)]
    [InlineData("let Ok(x) = env::var(\"A\") else { panic!(\"no A\") };", "-", Demand.Required)]
    [InlineData("let Ok(x) = env::var(\"A\") else { return; };", "-", Demand.Optional)]
    [InlineData("let x = match env::var(\"A\") {\n Ok(v) => v,\n Err(_) => {\n std::process::exit(1)\n }\n};", "-", Demand.Required)]
    [InlineData(
        "let x = match std::env::var(\"A\") {\n Err(_) => \"d\".into(),\n Ok(v) => v.parse().unwrap_or_else(|_| panic!(\"bad\")),\n};",
        "-",
        Demand.Optional
    )]
    public void A_read_knows_its_default_and_what_happens_without(string body, string fallback, Demand demand)
    {
        var read = Assert.Single(RustReading.InMain(body).EnvironmentReads);

        Assert.Equal(("A", fallback, demand), (read.Name, read.Default.Show(), read.Demand));
    }

    [Fact]
    public void Macros_read_while_the_program_is_built()
    {
        var reads = RustReading.InMain("let a = env!(\"A\"); let b = option_env!(\"B\");").EnvironmentReads;

        Assert.Equal(
            [("A", true, Demand.Required), ("B", true, Demand.Optional)],
            reads.Select(read => (read.Name, read.IsBuildTime, read.Demand))
        );
    }

    [Fact]
    public void A_function_around_a_read_is_a_read()
    {
        var read = Assert.Single(
            RustReading
                .Of(
                    "use std::env;\nfn get(key: &str, fallback: &str) -> String {\n env::var(key).unwrap_or_else(|_| fallback.to_string())\n}\nfn main() { let x = get(\"A\", \"d\"); }\n"
                )
                .EnvironmentReads
        );

        Assert.Equal(("A", "d", Demand.Optional), (read.Name, read.Default.Show(), read.Demand));
    }

    [Fact]
    public void A_method_around_a_read_has_no_argument_for_itself()
    {
        var read = Assert.Single(
            RustReading
                .Of(
                    "use std::env;\nimpl S {\n fn get(&self, key: &str, fallback: &str) -> String {\n  env::var(key).unwrap_or_else(|_| fallback.to_string())\n }\n fn jwt(&self) -> String { self.get(\"A\", \"d\") }\n}\n"
                )
                .EnvironmentReads
        );

        Assert.Equal(("A", "d"), (read.Name, read.Default.Show()));
    }

    [Fact]
    public void What_only_tests_read_is_left_out()
    {
        Assert.Empty(
            RustReading.Of("use std::env;\n#[cfg(test)]\nmod tests {\n fn x() { env::var(\"A\").unwrap(); }\n}\n").EnvironmentReads
        );
    }

    [Fact]
    public void Clap_reads_the_environment_where_it_is_told_to()
    {
        var file = RustReading.Of(
            "use clap::Parser;\n#[derive(Parser)]\nstruct Args {\n #[arg(long, env = \"PORT\", default_value = \"8080\")]\n port: u16,\n #[arg(long, env)]\n database_url: String,\n #[arg(long, env = \"DSN\")]\n dsn: Option<String>,\n}\n"
        );

        Assert.Equal(
            [("PORT", "8080", Demand.Optional), ("DATABASE_URL", "-", Demand.Required), ("DSN", "-", Demand.Optional)],
            file.EnvironmentReads.Select(read => (read.Name, read.Default.Show(), read.Demand))
        );
        Assert.Contains(file.Constants, constant => constant.Name == "Args.port");
    }

    [Fact]
    public void Config_joins_prefix_and_nested_names()
    {
        var file = RustReading.Of(
            "use config::{Config, Environment};\n#[derive(Deserialize)]\npub struct Database { pub url: String }\n#[derive(Deserialize)]\npub struct Settings { pub database: Database, pub port: u16 }\nimpl Settings {\n pub fn new() -> Result<Self, ConfigError> {\n  Config::builder().add_source(Environment::with_prefix(\"APP\").separator(\"__\")).build()?.try_deserialize()\n }\n}\n"
        );

        Assert.Equal(["APP__DATABASE__URL", "APP__PORT"], file.EnvironmentReads.Select(read => read.Name));
    }

    [Fact]
    public void Envy_requires_what_is_no_option()
    {
        var file = RustReading.Of(
            "#[derive(Deserialize)]\nstruct Config { db_url: String, #[serde(default = \"port\")] port: u16, tag: Option<String> }\nfn main() { let c = envy::from_env::<Config>().unwrap(); }\n"
        );

        Assert.Equal(
            [("DB_URL", Demand.Required), ("PORT", Demand.Optional), ("TAG", Demand.Optional)],
            file.EnvironmentReads.Select(read => (read.Name, read.Demand))
        );
    }

    [Fact]
    public void Envy_fills_the_type_it_names_not_what_the_function_gives_back()
    {
        var file = RustReading.Of(
            "struct Started { args: Args, env: Env }\nfn start() -> Result<Started> { let env = envy::from_env::<Env>()?; Ok(Started { args, env }) }\n"
        );

        Assert.Empty(file.EnvironmentReads);
    }
}
