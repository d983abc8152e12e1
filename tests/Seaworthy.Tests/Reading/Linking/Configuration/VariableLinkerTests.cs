using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Configuration;

public sealed class VariableLinkerTests
{
    private const string Dockerfile = "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nCMD [\"node\", \"dist/main.js\"]\n";
    private const string Package = """{ "name": "api", "dependencies": { "express": "5.0.0" } }""";

    [Fact]
    public void What_the_entry_imports_is_loaded_and_other_programs_are_not()
    {
        var uses = Uses(
            "services:\n  api:\n    build: ./api\n",
            ("api/src/main.ts", "import { secret } from './config';\nconsole.log(secret);"),
            (
                "api/src/config.ts",
                "if (!process.env.JWT_SECRET) { throw new Error('JWT_SECRET'); }\nexport const secret = process.env.JWT_SECRET;"
            ),
            ("api/src/seed.ts", "if (!process.env.SEED_FILE) { throw new Error('SEED_FILE'); }")
        );

        var secret = Assert.Single(uses, use => use.Name == "JWT_SECRET");
        Assert.Equal(Demand.Required, secret.Demand);
        Assert.True(secret.IsLoaded);
        Assert.Null(secret.Supply);
        Assert.Null(secret.UndecidedBecause);
        Assert.False(Assert.Single(uses, use => use.Name == "SEED_FILE").IsLoaded);
    }

    [Fact]
    public void An_env_file_that_only_the_deployer_has_leaves_it_open()
    {
        var uses = Uses(
            "services:\n  api:\n    build: ./api\n    env_file: .env.production\n",
            ("api/src/main.ts", "sign(process.env.JWT_SECRET);")
        );

        Assert.NotNull(Assert.Single(uses).UndecidedBecause);
    }

    [Fact]
    public void A_dotenv_file_that_a_clone_holds_supplies_to_a_program_that_loads_it()
    {
        var uses = Uses(
            "services:\n  api:\n    build: ./api\n",
            ("api/src/main.ts", "import 'dotenv/config';\nsign(process.env.JWT_SECRET);"),
            ("api/.env", "JWT_SECRET=only-for-tests\n")
        );

        Assert.Equal(SupplyOrigin.DotEnvLoader, Assert.Single(uses).Supply?.Origin);
    }

    [Fact]
    public void A_name_that_a_health_check_in_the_container_uses_is_read()
    {
        var deployment = Deployment(
            "services:\n  api:\n    build: ./api\n    environment:\n      PROBE_PATH: /healthz\n      UNUSED: 1\n    healthcheck:\n      test: wget -q localhost$$PROBE_PATH\n",
            ("api/src/main.ts", "start();")
        );

        Assert.Equal("UNUSED", Assert.Single(Assert.Single(deployment.Variables).Unread).Name);
    }

    private static IReadOnlyList<VariableUse> Uses(string compose, params (string, string)[] files) =>
        Assert.Single(Deployment(compose, files).Variables).Uses;

    private static Seaworthy.Model.Deployment Deployment(string compose, params (string, string)[] files) =>
        Linked.Repository([("compose.yaml", compose), ("api/Dockerfile", Dockerfile), ("api/package.json", Package), .. files]);
}
