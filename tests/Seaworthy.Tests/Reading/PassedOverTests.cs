using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading;

/// <summary>Files that are not judged because of where they lie: never the repository's own, and never in silence.</summary>
public sealed class PassedOverTests
{
    private const string Workflow = ".github/workflows/a.yml";

    [Theory]
    [InlineData(".github-1.dist-info/METADATA", ".github/__init__.py", Workflow)]
    [InlineData("k8s-1.dist-info/METADATA", "k8s/__init__.py", "k8s/Dockerfile")]
    [InlineData("app/k8s-1.dist-info/x", "app/k8s/__init__.py", "app/k8s/Dockerfile")]
    [InlineData("app/k8s-1.dist-info/METADATA", "app/k8s/x.py", "app/k8s/Dockerfile")]
    [InlineData("app/k8s.dist-info/METADATA", "app/k8s/__init__.py", "app/k8s/Dockerfile")]
    [InlineData("app/x-1.dist-info/x", "app/x.py", "app/x-1.dist-info/Dockerfile")]
    public void The_repositorys_own_directory_is_judged(string mark, string beside, string file)
    {
        using MemoryRepository repository = new([new(mark, "x"), new(beside, ""), new(file, "FROM a\n")]);

        var reading = new DeploymentReader().Read(repository);

        Assert.Contains(reading.Deployment.Artifacts, artifact => artifact.File.Path == file);
        // The record itself may be one of an installation; the directory beside it is named by no note.
        Assert.DoesNotContain(
            reading.Diagnostics,
            diagnostic => diagnostic.Message.Contains($"({Path.GetDirectoryName(file)})", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_passed_over_is_counted_and_named()
    {
        using MemoryRepository repository = new([
            new("layer/langchain-0.0.189.dist-info/RECORD", ""),
            new("layer/langchain/__init__.py", ""),
            new("layer/langchain/Dockerfile", "FROM a\n"),
            new("web/node_modules/a/Dockerfile", "FROM a\n"),
            .. Enumerable.Range(0, 7).Select(number => new MemoryFile($"t{number}/fixtures/Dockerfile", "FROM a\n")),
        ]);

        var note = Assert.Single(new DeploymentReader().Read(repository).Diagnostics);

        Assert.Equal((DiagnosticKind.FilesPassedOver, false), (note.Kind, note.IsIncomplete));
        Assert.Matches(
            @"^\d+ files below 10 directories are not judged: installed packages, test input or editor copies \(layer/langchain, layer/langchain-0\.0\.189\.dist-info, t0/fixtures, t1/fixtures, t2/fixtures and 5 more\)\.$",
            note.Message
        );
    }

    [Theory]
    [InlineData("compose.yaml", "include: [fixtures/a.yml]", "fixtures/a.yml")]
    [InlineData("compose.yaml", "include: [link/a.yml]", "fixtures/a.yml")]
    [InlineData("compose.yaml", "services: {a: {extends: {file: testdata/a.yml, service: a}}}", "testdata/a.yml")]
    [InlineData("compose.yaml", "services: {a: {build: {context: ., dockerfile: node_modules/x/Dockerfile}}}", "node_modules/x/Dockerfile")]
    [InlineData("compose.yaml", "services: {a: {build: fixtures/app}}", "fixtures/app/Dockerfile")]
    [InlineData("compose.yaml", "services: {a: {image: a, env_file: .venv/.env}}", ".venv/.env")]
    [InlineData("compose.yaml", "services: {a: {image: a, env_file: vendor/.env}}", "vendor/.env")]
    [InlineData("compose.yaml", "services: {a: {image: nginx, volumes: [./.history/a.conf:/etc/nginx/nginx.conf]}}", ".history/a.conf")]
    [InlineData("Dockerfile", "FROM nginx\nCOPY fixtures/*.conf /etc/nginx/conf.d/", "fixtures/site.conf")]
    [InlineData("Dockerfile", "FROM node\nCOPY fixtures/app /app\nCMD [\"node\", \"/app/server.js\"]", "fixtures/app/package.json")]
    [InlineData("k8s/kustomization.yaml", "resources: [../testdata/base]", "testdata/base/kustomization.yaml")]
    [InlineData("deploy.sh", "docker compose -f fixtures/a.yml up -d", "fixtures/a.yml")]
    [InlineData("deploy.sh", "cd fixtures && docker compose up -d", "fixtures/compose.yaml")]
    [InlineData("deploy.sh", "docker build -f testdata/Dockerfile .", "testdata/Dockerfile")]
    [InlineData("docker-bake.hcl", "target \"a\" {\n  dockerfile = \"testdata/Dockerfile\"\n}", "testdata/Dockerfile")]
    [InlineData("docker-bake.json", "{\"target\": {\"a\": {\"context\": \"fixtures/app\"}}}", "fixtures/app/Dockerfile")]
    [InlineData(
        Workflow,
        "on: push\njobs: {a: {runs-on: x, strategy: {matrix: {f: [testdata]}}, steps: [{run: 'docker build -f ${{ matrix.f }}/Dockerfile .'}]}}",
        "testdata/Dockerfile"
    )]
    [InlineData("deploy.sh", "kubectl apply -f fixtures/k8s/", "fixtures/k8s/a.yaml")]
    [InlineData(Workflow, "on: push\njobs: {a: {runs-on: x, steps: [{run: ./fixtures/deploy.sh}]}}", "fixtures/deploy.sh")]
    [InlineData(Workflow, "on: push\njobs: {a: {runs-on: x, steps: [{uses: ./testdata/act}]}}", "testdata/act/action.yml")]
    public void What_a_file_names_is_judged_wherever_it_lies(string path, string text, string named)
    {
        using MemoryRepository repository = new([
            new(path, text + "\n"),
            new("link", "") { LinkTarget = "fixtures" },
            new("fixtures/a.yml", "services: {a: {image: a}}\n"),
            new("fixtures/compose.yaml", "services: {a: {image: a}}\n"),
            new("fixtures/site.conf", "server { listen 80; }\n"),
            new("fixtures/deploy.sh", "#!/bin/sh\n"),
            new("fixtures/k8s/a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"),
            new("fixtures/app/Dockerfile", "FROM a\n"),
            new("fixtures/app/package.json", "{\"name\": \"a\"}\n"),
            new("fixtures/app/node_modules/b/package.json", "{\"name\": \"b\"}\n"),
            new("testdata/a.yml", "services: {a: {image: a}}\n"),
            new("testdata/Dockerfile", "FROM a\n"),
            new("testdata/base/kustomization.yaml", "resources: [a.yaml]\n"),
            new("testdata/base/a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"),
            new("testdata/act/action.yml", "runs: {using: composite, steps: []}\n"),
            new("node_modules/x/Dockerfile", "FROM a\n"),
            new(".history/a.conf", "events {}\n"),
            new(".venv/.env", "A=1\n"),
            new("vendor/modules.txt", ""),
            new("vendor/.env", "A=1\n"),
        ]);

        var reading = new DeploymentReader().Read(repository);

        var read = reading.Deployment.Artifacts.Select(artifact => artifact.File.Path).Distinct().ToList();
        Assert.Contains(named, read);
        Assert.DoesNotContain("fixtures/app/node_modules/b/package.json", read);
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.IsIncomplete);
        // What nothing names is no part of the deployment.
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Kind == DiagnosticKind.FilesPassedOver);
    }

    [Fact]
    public void What_a_named_file_names_is_read_in_turn_and_a_chain_without_end_is_a_limit()
    {
        static MemoryRepository Chain(int length) =>
            new([
                new("compose.yaml", "include: [fixtures/0.compose.yaml]\n"),
                .. Enumerable
                    .Range(0, length)
                    .Select(number => new MemoryFile(
                        $"fixtures/{number}.compose.yaml",
                        number == length - 1 ? "services: {a: {image: a}}\n" : $"include: [{number + 1}.compose.yaml]\n"
                    )),
            ]);

        using var three = Chain(3);
        using var twenty = Chain(20);

        Assert.Equal(4, new DeploymentReader().Read(three).Deployment.Artifacts.Count);
        Assert.Contains(new DeploymentReader().Read(twenty).Diagnostics, diagnostic => diagnostic.IsIncomplete);
    }
}
