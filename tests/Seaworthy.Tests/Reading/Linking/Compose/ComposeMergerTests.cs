using Seaworthy.Model.Declared.Compose;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Tests.Reading.Readers.Compose;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Compose;

public sealed class ComposeMergerTests
{
    [Fact]
    public void Single_values_are_replaced_and_every_fact_keeps_its_file()
    {
        var web = Merge(
            ("compose.yaml", "services: {web: {image: base, restart: always}}"),
            ("compose.prod.yaml", "services: {web: {image: prod}}")
        ).Services[0];

        Assert.Equal(("prod", "compose.prod.yaml"), (web.Image?.Raw, web.Image?.Span.File.Path));
        Assert.Equal("compose.yaml", web.Restart?.Span.File.Path);
    }

    [Fact]
    public void Environment_merges_by_name_whatever_form_it_has()
    {
        var web = Merge(
            ("a.compose.yml", "services: {web: {image: x, environment: {A: 1, B: 2}}}"),
            ("b.compose.yml", "services: {web: {environment: [B=3, C=4]}}")
        ).Services[0];

        Assert.Equal([("A", "1"), ("B", "3"), ("C", "4")], web.Environment.Select(variable => (variable.Name.Value, variable.Value?.Raw)));
    }

    [Fact]
    public void Ports_append_and_only_equal_ones_become_one()
    {
        var web = Merge(
            ("a.compose.yml", "services: {web: {image: x, ports: ['80:80', '81:80']}}"),
            ("b.compose.yml", "services: {web: {ports: ['8080:80', {target: 80, published: 81, protocol: tcp}]}}")
        ).Services[0];

        Assert.Equal([80, 81, 8080], web.Ports.Select(port => port.PublishedPorts?.First));
    }

    [Fact]
    public void Mounts_of_one_target_are_one_and_the_last_wins()
    {
        var web = Merge(
            ("a.compose.yml", "services: {web: {image: x, volumes: ['data:/data', './src:/app']}}"),
            ("b.compose.yml", "services: {web: {volumes: ['other:/data/']}}")
        ).Services[0];

        Assert.Equal(["other", "./src"], web.Volumes.Select(mount => mount.Source?.Raw));
    }

    [Fact]
    public void Commands_and_tests_are_replaced_and_other_lists_append()
    {
        var web = Merge(
            ("a.compose.yml", "services: {web: {image: x, command: [a, b], dns: [1.1.1.1], healthcheck: {test: [CMD, a], interval: 5s}}}"),
            ("b.compose.yml", "services: {web: {command: c, dns: 8.8.8.8, healthcheck: {test: b}}}")
        ).Services[0];

        Assert.Equal(["c"], web.Command?.Words.Select(word => word.Raw) ?? []);
        Assert.Equal(["1.1.1.1", "8.8.8.8"], web.Dns.Select(server => server.Raw));
        Assert.Equal((HealthTestKind.Shell, "5s"), (web.Healthcheck?.Kind, web.Healthcheck?.Interval?.Text.Raw));
    }

    [Fact]
    public void Builds_dependencies_networks_and_logging_merge_key_by_key()
    {
        var web = Merge(
            (
                "a.compose.yml",
                "services: {web: {build: ./api, depends_on: {db: {condition: service_healthy, restart: true}}, networks: [front], logging: {driver: syslog, options: {a: b}}}}"
            ),
            (
                "b.compose.yml",
                "services: {web: {build: {target: prod, args: {A: 1}}, depends_on: [db, redis], networks: {front: {aliases: [x]}}, logging: {driver: json-file}}}"
            )
        ).Services[0];

        Assert.Equal(("./api", "prod", 1), (web.Build?.Context?.Raw, web.Build?.Target?.Raw, web.Build?.Args.Count));
        Assert.Equal(["db", "redis"], web.DependsOn.Select(dependency => dependency.Service.Value));
        Assert.False(web.DependsOn[0].WaitsForHealth);
        Assert.Equal("x", Assert.Single(web.Networks).Aliases[0].Raw);
        Assert.Empty(web.Logging?.Options ?? []);
    }

    [Fact]
    public void Reset_takes_away_and_override_replaces()
    {
        var project = Merge(
            (
                "a.compose.yml",
                "services: {web: {image: x, ports: ['80:80'], environment: {A: 1, B: 2}, volumes: ['a1:/a']}, db: {image: y}}\nvolumes: {a1: }"
            ),
            (
                "b.compose.yml",
                "services:\n  web:\n    ports: !override ['81:80']\n    environment: {A: !reset null}\n    volumes: !reset []\n  db: !reset null\nvolumes:\n  a1: !reset null\n"
            )
        );
        var web = Assert.Single(project.Services);

        Assert.Equal(
            (81, "B", 0),
            (Assert.Single(web.Ports).PublishedPorts?.First, Assert.Single(web.Environment).Name.Value, web.Volumes.Count)
        );
        Assert.Empty(project.Volumes);
    }

    [Fact]
    public void Extends_takes_a_service_of_the_same_file()
    {
        var project = Merge(
            (
                "compose.yaml",
                "services:\n  base: {image: x, environment: {A: 1}}\n  mid: {extends: base, environment: {B: 2}}\n  top: {extends: {service: mid}, image: y, environment: {A: 3}}\n"
            )
        );
        var top = project.Services[2];

        Assert.Equal(("top", "y"), (top.Name.Value, top.Image?.Raw));
        Assert.Equal([("A", "3"), ("B", "2")], top.Environment.Select(variable => (variable.Name.Value, variable.Value?.Raw)));
        Assert.Empty(project.Problems);
    }

    [Fact]
    public void Extends_from_another_file_moves_its_paths()
    {
        var project = Merge(
            [("deploy/compose.yaml", "services: {web: {extends: {file: ../common/base.compose.yml, service: app}, env_file: mine.env}}")],
            (
                "common/base.compose.yml",
                "services: {app: {build: {context: ./app, dockerfile: X}, env_file: [.env], volumes: ['./d:/d', 'named:/n']}}"
            )
        );
        var web = Assert.Single(project.Services);

        Assert.Equal("../common/app", web.Build?.Context?.Raw);
        Assert.Equal(("./app", "common/base.compose.yml"), (web.Build?.Context?.Span.Text, web.Build?.Context?.Span.File.Path));
        Assert.Equal(["../common/.env", "mine.env"], web.EnvFiles.Select(file => file.Path.Literal));
        Assert.Equal(["../common/d", "named"], web.Volumes.Select(mount => mount.Source?.Raw));
        Assert.Equal("X", web.Build?.Dockerfile?.Raw);
    }

    [Fact]
    public void Included_files_are_projects_of_their_own()
    {
        var project = Merge(
            [("compose.yaml", "include: [infra/compose.yaml]\nservices: {web: {image: x, depends_on: [db]}, db: {environment: {A: 2}}}")],
            (
                "infra/compose.yaml",
                "services: {db: {build: ., volumes: ['data:/var', './init:/init']}, cache: {build: {dockerfile: C}}}\nvolumes: {data: }"
            )
        );

        Assert.Equal(["db", "cache", "web"], project.Services.Select(service => service.Name.Value));
        Assert.Equal(
            ("infra", "2"),
            (project.FindService("db")?.Build?.Context?.Raw, project.FindService("db")?.FindVariable("A")?.Value?.Raw)
        );
        Assert.Equal(
            ("infra", "infra/init"),
            (project.FindService("cache")?.Build?.Context?.Raw, project.FindService("db")?.Volumes[1].Source?.Raw)
        );
        Assert.Equal(["infra/compose.yaml", "compose.yaml"], project.AllFiles.Select(file => file.File.Path));
        Assert.Equal("infra", project.EnvironmentDirectories["infra/compose.yaml"]);
        Assert.Equal("data", Assert.Single(project.Volumes).Name.Value);
    }

    [Fact]
    public void What_is_absent_or_goes_in_circles_is_told()
    {
        var project = Merge(
            [
                (
                    "compose.yaml",
                    "include: [none.yaml, round.compose.yml]\nservices:\n  a: {extends: b}\n  b: {extends: a}\n  c: {extends: {file: no.yml, service: x}}\n  d: {image: x, extends: nobody}\n"
                ),
            ],
            ("round.compose.yml", "include: [compose.yaml]\nservices: {z: {image: x}}")
        );

        Assert.Contains(
            project.Problems,
            problem => problem.Message.Contains("the included 'none.yaml'", StringComparison.Ordinal) && problem.Span.Text == "none.yaml"
        );
        Assert.Contains(project.Problems, problem => problem.Message.Contains("includes itself in a circle", StringComparison.Ordinal));
        Assert.Contains(project.Problems, problem => problem.Message.Contains("extends itself in a circle", StringComparison.Ordinal));
        Assert.Contains(project.Problems, problem => problem.Message.Contains("the extended file 'no.yml'", StringComparison.Ordinal));
        Assert.Contains(
            project.Problems,
            problem => problem.Message.Contains("'nobody'", StringComparison.Ordinal) && problem.Span.Text == "nobody"
        );
        Assert.Equal(["z", "a", "b", "c", "d"], project.Services.Select(service => service.Name.Value));
    }

    [Fact]
    public void Paths_of_every_named_file_start_at_the_project_directory()
    {
        var project = Merge(
            ("deploy/compose.yaml", "services: {web: {build: .}}"),
            ("ci/over.compose.yml", "services: {web: {build: {context: ./ci}}}")
        );

        Assert.Equal(("deploy", "./ci"), (project.Directory, project.Services[0].Build?.Context?.Raw));
    }

    private static ComposeProject Merge(params (string Path, string Text)[] files) => Merge(files, []);

    private static ComposeProject Merge((string Path, string Text)[] files, params (string Path, string Text)[] others)
    {
        var all = files
            .Concat(others)
            .Select(file => ComposeText.Read(file.Text, file.Path))
            .ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        List<ComposeFile> named = [.. files.Select(file => all[file.Path])];
        return ComposeMerger.Merge(named, named[0].File.Directory, all.GetValueOrDefault);
    }
}
