using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

public sealed class ComposeTargetTests
{
    private const string Compose = """
        services:
          api:
            build: ./api
            ports: ["${API_PORT:-8080}:8000"]
            environment:
              DATABASE_URL: postgres://db:5432/shop
          db:
            image: postgres:17
        """;

    private const string Dockerfile = """
        FROM python:3.13-slim
        WORKDIR /app
        COPY requirements.txt .
        COPY missing.txt /opt/
        COPY app ./app
        CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8000"]
        """;

    private static readonly (string, string)[] Shop =
    [
        ("compose.yaml", Compose),
        ("api/Dockerfile", Dockerfile),
        ("api/requirements.txt", "fastapi\n"),
        ("api/app/main.py", "from fastapi import FastAPI\napp = FastAPI()\n"),
    ];

    [Fact]
    public void A_service_is_joined_with_the_image_it_builds()
    {
        var deployment = Linked.Repository(Shop);

        var api = deployment.Workloads.Single(workload => workload.Name == "api");

        Assert.Equal("api/Dockerfile", api.Image?.Name);
        Assert.Equal("api", api.Image?.Build.Context);
        Assert.Equal("/app", api.Image?.Final.WorkingDirectory);
        Assert.Equal("api", Assert.Single(api.Components).Root);
    }

    /// <summary>Programs are known by their first words: a command may end after any of them.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("A=1")]
    [InlineData("serve")]
    [InlineData("python3")]
    [InlineData("python3 -m")]
    [InlineData("node")]
    [InlineData("bundle exec")]
    [InlineData("npx")]
    [InlineData("npm run")]
    [InlineData("sh -c")]
    [InlineData("exec")]
    [InlineData("php -S")]
    [InlineData("gunicorn -b")]
    [InlineData("uvicorn --port")]
    [InlineData("java -jar")]
    [InlineData("dotnet")]
    [InlineData("celery -A")]
    [InlineData("nginx -g")]
    [InlineData("redis-server --requirepass")]
    public void Any_words_may_start_a_service(string command)
    {
        var deployment = Linked.Repository(
            ("compose.yaml", $"services:\n  api:\n    build: .\n    command: \"{command}\"\n    healthcheck:\n      test: \"{command}\"\n"),
            ("Dockerfile", $"FROM python:3.13-slim\nRUN {command}\nENTRYPOINT {command}\nCMD {command}\nHEALTHCHECK CMD {command}\n"),
            ("Procfile", $"web: {command}\n"),
            ("package.json", $"{{ \"name\": \"api\", \"scripts\": {{ \"start\": \"{command}\" }} }}"),
            ("start.sh", command),
            ("Makefile", $"all:\n\t{command}\n"),
            (".github/workflows/ci.yml", $"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: {command}\n")
        );

        Assert.NotEmpty(deployment.Workloads);
    }

    [Fact]
    public void The_command_of_the_image_says_where_the_workload_listens()
    {
        var api = Linked.Repository(Shop).Workloads.Single(workload => workload.Name == "api");

        var port = Assert.Single(api.Listens.Ports);

        Assert.Equal((8000, "0.0.0.0"), (port.Port, port.Host));
        Assert.Equal("api/Dockerfile:6", port.Chain[0].ToString());
    }

    [Fact]
    public void A_published_port_is_interpolated_with_its_default()
    {
        var api = Linked.Repository(Shop).Workloads.Single(workload => workload.Name == "api");

        var binding = Assert.Single(api.Ports);

        Assert.Equal((8080, 8000), (binding.Published, binding.Container));
    }

    [Fact]
    public void A_data_store_listens_where_its_image_does()
    {
        var db = Linked.Repository(Shop).Workloads.Single(workload => workload.Name == "db");

        Assert.Equal("postgres", db.Public?.Name);
        Assert.True(db.Listens.Contains(5432));
    }

    [Fact]
    public void A_source_of_copy_is_looked_for_in_the_context_of_the_build()
    {
        var copies = Linked.Repository(Shop).Paths.Where(path => path.Role == PathRole.CopySource).ToList();

        Assert.Equal(
            [("requirements.txt", Presence.Present), ("missing.txt", Presence.Absent), ("app", Presence.Present)],
            copies.Select(copy => (copy.Path, copy.Answer.Presence))
        );
        Assert.Equal("the build context api", copies[0].From);
    }

    [Fact]
    public void The_image_holds_what_was_copied_and_nothing_else_of_the_application()
    {
        var files = Linked.Repository(Shop).Images.Single().Final.Files;

        Assert.Equal(
            (Presence.Present, "api/app/main.py"),
            (files.Find("/app/app/main.py").Presence, files.Find("/app/app/main.py").Actual)
        );
        Assert.Equal(Presence.Absent, files.Find("/app/main.py").Presence);
        Assert.Equal(Presence.Unknown, files.Find("/usr/local/bin/uvicorn").Presence);
    }

    [Fact]
    public void An_override_file_without_images_is_laid_over_the_default_file()
    {
        var deployment = Linked.Repository([.. Shop, ("compose.prod.yaml", "services:\n  api:\n    environment:\n      DEBUG: \"0\"\n")]);

        var target = deployment.Targets.Single(target => target.Name == "compose.prod.yaml");

        Assert.Equal(TargetEnvironment.Production, target.Environment);
        Assert.Equal(["DATABASE_URL", "DEBUG"], target.Workloads[0].Supplied.Select(variable => variable.Name).Order());
        Assert.Equal("api/Dockerfile", target.Workloads[0].Image?.Name);
    }

    [Theory]
    [InlineData("COLLECTOR_ZIPKIN_HOST_PORT: ':9411'", true)]
    [InlineData("LOG_RETENTION_HOURS: 9411", false)]
    [InlineData("MAX_BYTES: '9411'", false)]
    public void A_variable_that_measures_names_no_port_of_a_public_image(string variable, bool listens)
    {
        var deployment = Linked.Repository(
            ("compose.yaml", $"services:\n  traces:\n    image: jaegertracing/all-in-one:1.60\n    environment:\n      {variable}\n")
        );
        Assert.Equal(listens, Assert.Single(deployment.Workloads).Listens.Contains(9411));
    }
}
