using Seaworthy.Engine;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Scoring;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Scoring;

public sealed class MaturityTests
{
    private const string Compose = """
        services:
          api:
            build: .
            ports: ["8080:8080"]
            environment:
              DATABASE_URL: postgres://app@db:5432/app
          db:
            image: postgres:17
            environment:
              POSTGRES_HOST_AUTH_METHOD: trust
            volumes: ["data:/var/lib/postgresql/data"]
        volumes:
          data:
        """;

    private const string Dockerfile = """
        FROM node:22-alpine
        WORKDIR /app
        COPY . .
        CMD ["node", "server.js"]
        """;

    private const string Deploy = """
        on: push
        jobs:
          deploy:
            runs-on: ubuntu-24.04
            steps:
              - uses: actions/checkout@v4
              - run: ssh deploy@shop.example.com 'docker compose pull && docker compose up -d'
        """;

    [Fact]
    public void Nothing_that_runs_has_no_stage()
    {
        var report = Audit(("README.md", "# Notes\n"));

        Assert.Null(Maturity.Of(report));
        Assert.Empty(SuccessMeasure.Of(report.Deployment));
    }

    [Fact]
    public void What_nothing_brings_to_users_is_a_prototype()
    {
        var maturity = Maturity.Of(Audit(("compose.yaml", Compose), ("Dockerfile", Dockerfile), ("server.js", "")));

        Assert.Equal(Stage.Prototype, maturity?.Stage);
        Assert.Equal(Stage.Automated, maturity?.Next);
        Assert.Equal(["add a pipeline"], maturity?.Wanting);
    }

    [Fact]
    public void A_pipeline_is_not_yet_a_safeguard()
    {
        var maturity = Maturity.Of(
            Audit(("compose.yaml", Compose), ("Dockerfile", Dockerfile), ("server.js", ""), (".github/workflows/deploy.yml", Deploy))
        );

        Assert.Equal(Stage.Automated, maturity?.Stage);
        Assert.Contains("run tests in the pipeline", maturity?.Wanting ?? []);
    }

    [Fact]
    public void Measures_are_proposed_for_what_is_deployed_and_names_none()
    {
        (string, string)[] files =
        [
            ("compose.yaml", Compose),
            ("Dockerfile", Dockerfile),
            ("server.js", "require('http').createServer().listen(8080);\n"),
            (".github/workflows/deploy.yml", Deploy),
        ];

        Assert.Contains(
            SuccessMeasure.Of(Audit(files).Deployment),
            measure => measure.What.StartsWith("Requests", StringComparison.Ordinal)
        );
        Assert.Empty(SuccessMeasure.Of(Audit([.. files, ("docs/operations.md", "Our SLOs: run `docker compose up`.\n")]).Deployment));
    }

    private static Report Audit(params IEnumerable<(string Path, string Text)> files)
    {
        using MemoryRepository repository = new(files.Select(file => new MemoryFile(file.Path, file.Text)));
        return Seaworthy.Engine.Audit.Run(repository);
    }
}
