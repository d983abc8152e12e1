using Seaworthy.Engine.Environments;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Environments;

public sealed class EnvironmentMatrixTests
{
    private const string Default = """
        services:
          api:
            build: .
            ports: ["3000:3000"]
            environment:
              NODE_ENV: development
              DATABASE_URL: postgres://app:a@db/shop
              MAIL_URL: smtp://mail
              PAGE_SIZE: 20
              JWT_SECRET: Yh3kPq92LmXz77Rt
          db:
            image: postgres:17-alpine
            healthcheck: {test: [CMD-SHELL, pg_isready]}
            mem_limit: 512m
          mail:
            image: axllent/mailpit:v1.21
        """;

    private const string Production = """
        services:
          api:
            build: .
            restart: always
            environment:
              NODE_ENV: production
              DATABASE_URL: ${DATABASE_URL:?}
              JWT_SECRET: Yh3kPq92LmXz77Rt
          db:
            image: postgres:16.4
        """;

    private static readonly IReadOnlyList<MemoryFile> Program =
    [
        new("Dockerfile", "FROM node:24\nCOPY . .\nCMD [\"node\", \"server.js\"]\n"),
        new("package.json", """{"name":"api","dependencies":{"express":"5.1.0"}}"""),
        new(
            "server.js",
            """
            const app = require("express")();
            connect(process.env.DATABASE_URL, process.env.JWT_SECRET);
            mail(process.env.MAIL_URL);
            list(process.env.PAGE_SIZE ?? 50);
            app.listen(3000);
            """
        ),
    ];

    [Fact]
    public void What_starts_by_itself_is_held_against_what_its_name_calls_production()
    {
        var matrix = Assert.Single(Matrices.Of([.. Program, new("compose.yaml", Default), new("compose.prod.yaml", Production)]));

        Assert.Equal(
            [("default", TargetEnvironment.Development), ("production", TargetEnvironment.Production)],
            matrix.Columns.Select(column => (column.Name, column.Purpose))
        );
        Assert.Equal(["api", "db", "mail"], matrix.Services.Select(service => service.Name));
    }

    [Fact]
    public void What_nobody_means_is_drift_and_has_the_places()
    {
        var matrix = Assert.Single(Matrices.Of([.. Program, new("compose.yaml", Default), new("compose.prod.yaml", Production)]));

        Assert.Equal(
            [
                "api JWT_SECRET: set | set",
                "api MAIL_URL: smtp://mail | -",
                "db image: postgres:17-alpine | postgres:16.4",
                "db health check: a command | -",
                "db limits: 512 MiB | -",
            ],
            matrix.Lines(Difference.Drift)
        );
        var mail = matrix.With(Difference.Drift).Single(row => row.Name == "MAIL_URL");
        Assert.Equal(["compose.yaml:8", "compose.prod.yaml:2"], mail.Cells.Select(cell => cell.Place?.ToString()));
        Assert.Equal("server.js:3", mail.ReadAt?.ToString());
        Assert.Equal(
            "postgres 16.4 is older than 17-alpine",
            matrix.With(Difference.Drift).Single(row => row.Aspect == Aspect.Image).Because
        );
    }

    [Fact]
    public void What_environments_are_for_is_meant_to_differ()
    {
        var matrix = Assert.Single(Matrices.Of([.. Program, new("compose.yaml", Default), new("compose.prod.yaml", Production)]));

        Assert.Equal(
            [
                "api published: 3000 | -",
                "api restart: - | always",
                "api DATABASE_URL: set | from outside",
                "api NODE_ENV: development | production",
                "api PAGE_SIZE: 20 | -",
                "mail runs: runs | -",
            ],
            matrix.Lines(Difference.Intended)
        );
    }

    [Fact]
    public void What_a_file_outside_decides_is_open()
    {
        var production = Production.Replace("    restart: always\n", "    env_file: prod.env\n", StringComparison.Ordinal);

        var matrix = Assert.Single(Matrices.Of([.. Program, new("compose.yaml", Default), new("compose.prod.yaml", production)]));

        Assert.Equal(["api MAIL_URL: smtp://mail | -"], matrix.Lines(Difference.Open));
        Assert.Contains("prod.env", matrix.With(Difference.Open).Single().Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_says_it_is_developed_is_not_in_production()
    {
        const string Staging = "services:\n  web:\n    image: shop/web:1\n    environment: {NODE_ENV: development}\n";
        const string Live = "services:\n  web:\n    image: shop/web:2\n    environment: {NODE_ENV: production}\n";

        var matrix = Assert.Single(Matrices.Of(new MemoryFile("compose.staging.yml", Staging), new MemoryFile("compose.prod.yml", Live)));

        Assert.Equal(["web NODE_ENV: development | production"], matrix.Lines(Difference.Drift));
        Assert.Equal(["web image: shop/web:1 | shop/web:2"], matrix.Lines(Difference.Intended));
    }

    [Fact]
    public void A_service_that_production_forgot_is_drift_but_a_tool_is_not()
    {
        var one = Default + "\n  worker:\n    build: worker\n  adminer:\n    image: adminer:5\n";
        IReadOnlyList<MemoryFile> worker =
        [
            new("worker/Dockerfile", "FROM node:24\nCOPY . .\nCMD [\"node\", \"work.js\"]\n"),
            new("worker/package.json", """{"name":"worker"}"""),
            new("worker/work.js", "work();\n"),
        ];

        var matrix = Assert.Single(Matrices.Of([.. Program, .. worker, new("compose.yaml", one), new("compose.prod.yaml", Production)]));
        var commented = Assert.Single(
            Matrices.Of([.. Program, .. worker, new("compose.yaml", one), new("compose.prod.yaml", Production + "\n  # worker:\n")])
        );

        Assert.Contains("worker runs: runs | -", matrix.Lines(Difference.Drift));
        Assert.Contains("adminer runs: runs | -", matrix.Lines(Difference.Intended));
        Assert.DoesNotContain("worker runs: runs | -", commented.Lines(Difference.Drift));
    }

    [Fact]
    public void Overlays_of_one_base_are_environments_with_what_their_patches_set()
    {
        const string Base = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: "shop/web:1"}]}
            """;
        const string Patched = """
            resources: [../../base]
            images: [{name: shop/web, newTag: "2"}]
            patches:
              - target: {kind: Deployment, name: web}
                patch: |-
                  - op: replace
                    path: /spec/replicas
                    value: 3
                  - op: add
                    path: /spec/template/spec/containers/0/resources
                    value:
                      limits: {memory: 1Gi, cpu: 500m}
            """;

        var matrix = Assert.Single(
            Matrices.Of(
                new MemoryFile("k8s/base/web.yaml", Base),
                new MemoryFile("k8s/base/kustomization.yaml", "resources: [web.yaml]\n"),
                new MemoryFile("k8s/overlays/staging/kustomization.yaml", "resources: [../../base]\n"),
                new MemoryFile("k8s/overlays/prod-eu/kustomization.yaml", Patched)
            )
        );

        Assert.Equal(["staging", "prod-eu"], matrix.Columns.Select(column => column.Name));
        Assert.Equal(
            ["web image: shop/web:1 | shop/web:2", "web replicas: 1 | 3", "web limits: - | 0.5 CPU, 1024 MiB"],
            matrix.Lines(Difference.Intended)
        );
    }

    [Fact]
    public void The_configurations_of_one_app_are_environments_and_its_name_may_say_which()
    {
        var matrix = Assert.Single(
            Matrices.Of(
                new MemoryFile("fly.toml", "app = \"shop\"\n[env]\nMODE = \"live\"\n[http_service]\ninternal_port = 80\n"),
                new MemoryFile("fly.staging.toml", "app = \"shop-staging\"\n[env]\nMODE = \"test\"\n[http_service]\ninternal_port = 80\n")
            )
        );

        Assert.Equal("shop", Assert.Single(matrix.Services).Name);
        Assert.Equal(["staging", "production"], matrix.Columns.Select(column => column.Name));
    }

    [Fact]
    public void One_environment_is_no_matrix_and_neither_are_variants_of_something_else()
    {
        Assert.Empty(Matrices.Of(new MemoryFile("compose.yaml", Default)));
        Assert.Empty(
            Matrices.Of(
                new MemoryFile("railway.json", """{"deploy": {"startCommand": "node a.js"}}"""),
                new MemoryFile("railway.toml", "[deploy]\nstartCommand = \"node a.js\"\n")
            )
        );
        Assert.Empty(
            Matrices.Of(
                new MemoryFile("k8s/overlays/raw/kustomization.yaml", "resources: [web.yaml]\n"),
                new MemoryFile(
                    "k8s/overlays/raw/web.yaml",
                    "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: a}]}\n"
                ),
                new MemoryFile("k8s/overlays/hard/kustomization.yaml", "resources: [../raw]\n")
            )
        );
    }

    [Fact]
    public void Settings_that_are_written_for_each_environment_stand_side_by_side()
    {
        var matrix = Assert.Single(
            Matrices.Of(
                new MemoryFile(".env", "VITE_TITLE=Shop\n"),
                new MemoryFile(".env.development", "VITE_API_URL=http://localhost:3000\nVITE_ERRORS_URL=http://localhost:4318\n"),
                new MemoryFile(".env.production", "VITE_API_URL=https://api.example.com\nVITE_TITLE=Shop\n"),
                new MemoryFile("package.json", """{"name":"web","devDependencies":{"vite":"7.0.0"}}"""),
                new MemoryFile(
                    "src/main.ts",
                    "start(import.meta.env.VITE_API_URL, import.meta.env.VITE_TITLE, import.meta.env.VITE_ERRORS_URL)\n"
                )
            )
        );

        Assert.Equal(["development", "production"], matrix.Columns.Select(column => column.Name));
        Assert.Equal(["web VITE_API_URL: http://localhost:3000 | https://api.example.com"], matrix.Lines(Difference.Intended));
        Assert.Equal(["web VITE_ERRORS_URL: http://localhost:4318 | -"], matrix.Lines(Difference.Open));
        Assert.Equal(["web VITE_TITLE: set | set"], matrix.Lines(Difference.None));
    }

    [Fact]
    public void The_values_of_a_chart_are_laid_over_its_own()
    {
        var matrix = Assert.Single(
            Matrices.Of(
                new MemoryFile("chart/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n"),
                new MemoryFile("chart/values.yaml", "replicaCount: 1\nimage: {tag: \"1\"}\ndb: {password: Yh3kPq92LmXz77Rt}\n"),
                new MemoryFile("chart/values-prod.yaml", "replicaCount: 3\n")
            )
        );

        Assert.Equal(["default", "production"], matrix.Columns.Select(column => column.Name));
        Assert.Equal(["values replicaCount: 1 | 3"], matrix.Lines(Difference.Intended));
        Assert.Equal(["values db.password: set | set", "values image.tag: 1 | 1"], matrix.Lines(Difference.None));
    }

    [Fact]
    public void Application_settings_are_laid_over_the_file_without_a_name()
    {
        var matrix = Assert.Single(
            Matrices.Of(
                new MemoryFile("appsettings.json", """{"Mail": {"Host": "mail"}}"""),
                new MemoryFile("appsettings.Development.json", """{"Mail": {"Host": "localhost"}, "Seed": true}"""),
                new MemoryFile("appsettings.Production.json", """{"Limits": {"Uploads": 5}}""")
            )
        );

        Assert.Equal(
            ["appsettings Limits:Uploads: - | 5", "appsettings Mail:Host: localhost | mail", "appsettings Seed: true | -"],
            matrix.Lines(Difference.Intended)
        );
    }
}
