using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Capabilities;

/// <summary>What kind of undertaking a repository is.</summary>
public sealed class ScalesTests
{
    private static readonly (string Path, string Text)[] Service =
    [
        ("package.json", """{ "name": "api", "private": true, "dependencies": { "express": "5.1.0" } }"""),
        ("server.js", "const app = require('express')();\napp.get('/health', (q, r) => r.send('up'));\napp.listen(3000);\n"),
        ("Dockerfile", "FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD [\"node\", \"server.js\"]\n"),
    ];

    [Fact]
    public void Texts_alone_are_nothing_to_deploy_and_lack_nothing()
    {
        var deployment = Linked.Repository(("README.md", "# Notes\n"));

        Assert.Equal((ScaleKind.Nothing, 0), (deployment.Scale.Kind, deployment.Capabilities.Count));
    }

    [Fact]
    public void A_package_for_others_is_a_library_and_lacks_nothing()
    {
        var deployment = Linked.Repository(
            ("package.json", """{ "name": "trim", "version": "1.2.0", "main": "index.js" }"""),
            ("index.js", "module.exports = 1;\n")
        );

        Assert.Equal((ScaleKind.Library, 0), (deployment.Scale.Kind, deployment.Capabilities.Count));
    }

    [Fact]
    public void A_bundler_without_a_server_makes_a_site()
    {
        var deployment = Linked.Repository(
            ("package.json", """{ "name": "site", "private": true, "devDependencies": { "vite": "7.0.0" } }"""),
            ("src/main.js", "console.log(1);\n")
        );

        Assert.Equal((ScaleKind.StaticSite, 0), (deployment.Scale.Kind, deployment.Capabilities.Count));
    }

    [Fact]
    public void What_nothing_brings_to_users_is_a_prototype() => Assert.Equal(ScaleKind.Prototype, Linked.Repository(Service).Scale.Kind);

    [Theory]
    [InlineData("fly.toml", "app = \"api\"\n[http_service]\ninternal_port = 3000\n")]
    [InlineData("compose.prod.yaml", "services:\n  api:\n    build: .\n")]
    [InlineData("deploy.sh", "#!/bin/sh\ndocker build -t api .\nssh host 'docker compose up -d'\n")]
    public void One_that_something_brings_to_users_is_a_service(string path, string text) =>
        Assert.Equal(ScaleKind.SingleService, Linked.Repository([.. Service, (path, text)]).Scale.Kind);

    [Theory]
    [InlineData("npx prisma migrate deploy\n", ScaleKind.ServiceWithData)]
    [InlineData("", ScaleKind.SingleService)]
    public void A_schema_that_its_delivery_brings_up_to_date_makes_it_a_service_with_data(string step, ScaleKind expected) =>
        Assert.Equal(
            expected,
            Linked
                .Repository([
                    .. Service,
                    ("deploy.sh", $"#!/bin/sh\n{step}docker build -t api .\nssh host 'docker compose up -d'\n"),
                    ("prisma/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n  url = env(\"DATABASE_URL\")\n}\n"),
                    ("prisma/migrations/20260101000000_init/migration.sql", "CREATE TABLE a (id int);\n"),
                ])
                .Scale.Kind
        );

    [Fact]
    public void A_store_in_what_users_reach_makes_it_a_service_with_data() =>
        Assert.Equal(
            ScaleKind.ServiceWithData,
            Linked
                .Repository([.. Service, ("compose.prod.yaml", "services:\n  api:\n    build: .\n  db:\n    image: postgres:17\n")])
                .Scale.Kind
        );

    [Fact]
    public void A_store_that_only_developers_start_keeps_nobodys_data()
    {
        var deployment = Linked.Repository([
            .. Service,
            ("fly.toml", "app = \"api\"\n[http_service]\ninternal_port = 3000\n"),
            (
                "compose.yaml",
                "services:\n  api:\n    build: .\n  db:\n    image: postgres:17\n    volumes: [\"data:/var/lib/postgresql/data\"]\nvolumes:\n  data:\n"
            ),
        ]);

        Assert.Equal(ScaleKind.SingleService, deployment.Scale.Kind);
        Assert.DoesNotContain(deployment.Capabilities, capability => capability.Kind == CapabilityKind.StoreBackup);
    }

    [Fact]
    public void Four_services_are_a_fleet()
    {
        var services = string.Concat(Enumerable.Range(1, 4).Select(number => $"  s{number}:\n    build: .\n"));

        Assert.Equal(ScaleKind.Fleet, Linked.Repository([.. Service, ("compose.prod.yaml", $"services:\n{services}")]).Scale.Kind);
    }

    [Fact]
    public void Examples_and_tests_are_not_deployed() =>
        Assert.Equal(
            ScaleKind.Nothing,
            Linked.Repository([.. Service.Select(file => ("examples/api/" + file.Path, file.Text))]).Scale.Kind
        );
}
