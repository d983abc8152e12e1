using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Python;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class PyProjectReaderTests
{
    [Fact]
    public void A_project_table_lists_dependencies_groups_and_scripts()
    {
        var read = Read(
            """
            [build-system]
            requires = ["hatchling"]
            build-backend = "hatchling.build"

            [project]
            name = "api"
            requires-python = ">=3.11"
            dependencies = [
              "fastapi>=0.110",
              "psycopg[binary]>=3",
            ]

            [project.optional-dependencies]
            s3 = ["boto3"]

            [dependency-groups]
            dev = ["pytest", { include-group = "lint" }]

            [project.scripts]
            serve = "api.main:run"

            [tool.uv.sources]
            fastapi = { workspace = true }
            """
        );

        Assert.Equal(("api", "hatchling.build"), (read.Name?.Value, read.BuildBackend?.Value));
        Assert.Equal(("python", ">=3.11"), (read.Runtimes[0].Runtime, read.Runtimes[0].Version));
        Assert.Equal(
            [
                ("fastapi", DependencyKind.Runtime, null, DependencySource.Workspace),
                ("psycopg", DependencyKind.Runtime, null, DependencySource.Registry),
                ("boto3", DependencyKind.Optional, "s3", DependencySource.Registry),
                ("pytest", DependencyKind.Development, "dev", DependencySource.Registry),
                ("hatchling", DependencyKind.Build, null, DependencySource.Registry),
            ],
            read.Dependencies.Select(d => (d.Name, d.Kind, d.Group, d.Source))
        );
        Assert.Equal(10, read.FindDependency("psycopg")?.Span.StartLine);
        Assert.Equal(("serve", "api.main:run"), (read.Scripts[0].Name, read.Scripts[0].Path));
    }

    [Fact]
    public void Poetry_writes_tables()
    {
        var read = Read(
            """
            [tool.poetry]
            name = "worker"

            [tool.poetry.dependencies]
            python = "^3.12"
            celery = { version = "^5.3", extras = ["redis"] }
            shared = { path = "../shared", develop = true }
            sentry = { version = "*", optional = true }

            [tool.poetry.group.dev.dependencies]
            ruff = "^0.4"
            """
        );

        Assert.True(read.DeclaresProject);
        Assert.Equal(("python", "^3.12"), (read.Runtimes[0].Runtime, read.Runtimes[0].Version));
        Assert.Equal(
            [
                ("celery", "^5.3", DependencyKind.Runtime, null),
                ("shared", null, DependencyKind.Runtime, "../shared"),
                ("sentry", null, DependencyKind.Optional, null),
                ("ruff", "^0.4", DependencyKind.Development, null),
            ],
            read.Dependencies.Select(d => (d.Name, d.Range, d.Kind, d.Location))
        );
    }

    [Fact]
    public void A_file_of_tool_settings_declares_no_project()
    {
        var read = Read("[tool.ruff]\nline-length = 100\n");

        Assert.False(read.DeclaresProject);
        Assert.Equal(["ruff"], read.Tools.Select(tool => tool.Value));
    }

    private static PyProject Read(string text) =>
        Assert.IsType<PyProject>(new PyProjectReader().Read(new FileSyntax(new SourceFile("pyproject.toml", text))));
}
