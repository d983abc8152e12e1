using Seaworthy.Deploying.Planning;
using Xunit;

namespace Seaworthy.Deploying.Tests.Planning;

public sealed class ProjectRenderingTests
{
    [Fact]
    public void Values_are_filled_in()
    {
        var web = Projects.Render(Projects.Shop, ("PASSWORD", "p4ss")).Project.Find("web");

        Assert.NotNull(web);
        Assert.Equal("postgresql://app:p4ss@db:5432/shop", web.Environment.Single(variable => variable.Name == "DATABASE_URL").Value);
        Assert.Equal(new PublishedPort(8080, 3000, "127.0.0.1"), web.Ports.Single());
        Assert.Equal("/repository/web", web.Build?.Context);
        Assert.Equal(new NetworkAttachment("shop_default", ["web"]).Network, web.Networks.Single().Network);
    }

    [Fact]
    public void A_variable_that_the_file_requires_is_missed_before_anything_is_touched()
    {
        Assert.Contains(Projects.Render(Projects.Shop).Problems, problem => problem == "PASSWORD is not set: compose.yaml:6 requires it");
    }

    [Fact]
    public void A_secret_is_in_no_text_of_its_variable()
    {
        Assert.Equal("PASSWORD=***", new Variable("PASSWORD", "p4ss").ToString());
    }

    [Fact]
    public void Services_start_after_those_that_they_need()
    {
        var names = Projects.Render(Projects.Shop, ("PASSWORD", "p")).Project.Services.Select(service => service.Name);

        Assert.Equal(["db", "migrate", "web"], names);
    }

    [Fact]
    public void What_keeps_data_is_stopped_first_and_what_keeps_nothing_is_started_first()
    {
        var project = Projects.Render(Projects.Shop, ("PASSWORD", "p")).Project;

        Assert.Equal(UpdateOrder.StopFirst, project.Find("db")?.Order);
        Assert.Equal(UpdateOrder.StartFirst, project.Find("web")?.Order);
        Assert.True(project.Find("migrate")?.IsOneOff);
        Assert.Equal(StoreKind.PostgreSql, project.Find("db")?.Store);
    }

    [Fact]
    public void What_runs_once_with_the_image_of_a_database_keeps_nothing()
    {
        const string Compose = """
            services:
              schema:
                image: postgres:16-alpine
                command: ["psql", "-h", "db", "-f", "/sql/schema.sql"]
                restart: "no"
                volumes: ["reports:/reports"]
              db:
                image: postgres:16-alpine
                restart: always
            volumes:
              reports:
            """;

        var project = Projects.Render(Compose).Project;

        Assert.Equal((StoreKind.None, StoreKind.PostgreSql), (project.Find("schema")?.Store, project.Find("db")?.Store));
    }

    [Theory]
    [InlineData("\"8080:3000\"", 8080, 3000, null)]
    [InlineData("\"127.0.0.1:8080:3000\"", 8080, 3000, "127.0.0.1")]
    [InlineData("\"${PORT:-8081}:3000\"", 8081, 3000, null)]
    [InlineData("{ target: 3000, published: \"8082\" }", 8082, 3000, null)]
    public void Published_ports_are_numbers(string written, int published, int container, string? address)
    {
        var compose = $"services:\n  web:\n    build: ./web\n    ports:\n      - {written}\n";

        var web = Projects.Render(compose).Project.Find("web");

        Assert.Equal(new PublishedPort(published, container, address), web?.Ports.Single());
    }

    [Fact]
    public void Labels_say_what_the_file_cannot()
    {
        var web = Projects
            .Render(
                """
                services:
                  web:
                    build: ./web
                    labels:
                      seaworthy.update: stop-first
                      seaworthy.health: /up
                      seaworthy.migrate: node migrate.js
                """
            )
            .Project.Find("web");

        Assert.Equal(UpdateOrder.StopFirst, web?.Order);
        Assert.Equal("/up", web?.HealthPath);
        Assert.Equal(["/bin/sh", "-c", "node migrate.js"], web?.Migration);
    }

    [Fact]
    public void What_is_not_supported_is_refused_with_its_place()
    {
        var problems = Projects.Render("services:\n  web:\n    build: ./web\n    devices: [\"/dev/kvm\"]\n").Problems;

        Assert.Contains(problems, problem => problem.Contains("'devices' (compose.yaml:4", StringComparison.Ordinal));
    }
}
