using Seaworthy.Model.Declared.Platforms;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Platforms;

public sealed class RenderReaderTests
{
    [Fact]
    public void A_blueprint_is_read_whole()
    {
        var file = PlatformText.Read<RenderBlueprint>(
            "render.yaml",
            """
            services:
              - type: web
                name: api
                runtime: docker
                rootDir: backend
                dockerfilePath: ./backend/Dockerfile
                dockerContext: ./backend
                preDeployCommand: alembic upgrade head
                startCommand: uvicorn main:app --port $PORT
                healthCheckPath: /api/health
                numInstances: 2
                disk: {name: data, mountPath: /data, sizeGB: 1}
                envVars:
                  - {key: MODE, value: production}
                  - {key: SECRET, generateValue: true}
                  - {key: KEY, sync: false}
                  - {key: DATABASE_URL, fromDatabase: {name: db, property: connectionString}}
                  - {key: REDIS, fromService: {type: keyvalue, name: cache, property: hostport}}
                  - fromGroup: shared
            databases:
              - {name: db, databaseName: shop, user: shop}
            envVarGroups:
              - name: shared
                envVars: [{key: A, value: b}]
            """
        );
        var api = Assert.Single(file.Services);

        Assert.Equal(
            ("web", "docker", "backend", "/api/health"),
            (api.Type?.Value, api.Runtime?.Value, api.RootDir?.Value, api.HealthCheckPath?.Value)
        );
        Assert.Equal(
            ("alembic", "uvicorn main:app --port $PORT"),
            (api.PreDeployCommand?.Commands[0].Program, api.StartCommand?.Span.Text)
        );
        Assert.Equal(
            [
                PlatformVariableOrigin.Literal,
                PlatformVariableOrigin.Generated,
                PlatformVariableOrigin.Prompted,
                PlatformVariableOrigin.Database,
                PlatformVariableOrigin.Service,
                PlatformVariableOrigin.Group,
            ],
            api.EnvVars.Select(variable => variable.Origin)
        );
        Assert.Equal(
            ("db", "connectionString", "cache"),
            (api.EnvVars[3].Reference?.Span.Text, api.EnvVars[3].Property?.Value, api.EnvVars[4].Reference?.Value)
        );
        Assert.Equal(("shared", "/data"), (file.Groups[0].Name.Value, api.DiskMountPath?.Value));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Keys_and_types_that_render_refuses_are_told()
    {
        var file = PlatformText.Read<RenderBlueprint>(
            "render.yaml",
            "services:\n  - type: static_site\n    name: x\n    rootDirectory: web\n    healthcheckPath: /x\nenvironments: {}\n"
        );

        Assert.Equal(
            ["environments", "rootDirectory", "healthcheckPath", "static_site"],
            file.Problems.Select(problem => problem.Span.Text)
        );
        Assert.Contains("did you mean 'healthCheckPath'?", file.Problems[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Services_inside_projects_are_found()
    {
        var file = PlatformText.Read<RenderBlueprint>(
            "render.yaml",
            "projects:\n  - name: p\n    environments:\n      - name: prod\n        services: [{type: web, name: a}]\n"
        );

        Assert.Equal("a", Assert.Single(file.Services).Name?.Value);
    }

    [Theory]
    [InlineData("services: {a: {image: x}}")]
    [InlineData("on: push\njobs: {}")]
    public void Other_files_of_the_name_are_left_alone(string text)
    {
        Assert.Null(PlatformText.TryRead("render-deploy.yml", text));
    }
}
