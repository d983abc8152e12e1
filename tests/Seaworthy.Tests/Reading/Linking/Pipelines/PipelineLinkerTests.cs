using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Readers;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Pipelines;

public sealed class PipelineLinkerTests
{
    private static IReadOnlyList<Pipeline> Link(params (string Path, string Text)[] files)
    {
        List<Artifact> artifacts = [];
        foreach (var (path, text) in files)
        {
            FileSyntax syntax = new(new SourceFile(path, text));
            artifacts.AddRange(
                AllReaders.List.Where(reader => reader.Accepts(path)).Select(reader => reader.Read(syntax)).OfType<Artifact>()
            );
        }

        RepositoryTree tree = new(files.Select(file => new RepositoryFile(file.Path, FileStatus.Tracked, file.Text.Length)));
        return PipelineLinker.Link(new Deployment { Tree = tree, Artifacts = artifacts });
    }

    private static string Intents(PipelineJob job) => string.Join(' ', job.Steps.SelectMany(step => step.Intents));

    [Fact]
    public void Actions_and_workflows_of_the_repository_take_the_place_of_their_calls()
    {
        var pipelines = Link(
            (
                ".github/workflows/ci.yml",
                """
                name: CI
                on: push
                jobs:
                  build:
                    runs-on: x
                    steps: [{ uses: ./.github/actions/build }]
                  deploy:
                    needs: build
                    uses: ./.github/workflows/deploy.yml
                """
            ),
            (
                ".github/workflows/deploy.yml",
                "on: workflow_call\njobs: { go: { runs-on: x, environment: production, steps: [{ run: fly deploy }] } }\n"
            ),
            (
                ".github/actions/build/action.yml",
                "runs: { using: composite, steps: [{ uses: ./.github/actions/install }, { run: npm run build, shell: bash }] }\n"
            ),
            (".github/actions/install/action.yml", "runs: { using: composite, steps: [{ run: npm ci, shell: bash }] }\n")
        );

        Assert.Equal(["CI", "deploy.yml"], pipelines.Select(pipeline => pipeline.Name));
        Assert.Equal(["Install Build", "Deploy"], pipelines[0].Jobs.Select(Intents));
        Assert.Equal(["build"], pipelines[0].Jobs[1].Needs);
        Assert.Equal("production", pipelines[1].Jobs[0].DeploysTo?.Value);
    }

    [Fact]
    public void A_job_that_never_runs_says_why()
    {
        var job = Link(
            (
                ".github/workflows/ci.yml",
                "on: pull_request\njobs: { a: { if: github.event_name == 'push', runs-on: x, steps: [{ run: ls }] } }\n"
            )
        )[0].Jobs[0];

        Assert.Contains("is false for every event that starts the workflow", job.NeverRunsBecause?.Value, StringComparison.Ordinal);
        Assert.Equal("github.event_name == 'push'", job.NeverRunsBecause?.Span.Text);
        Assert.Equal(2, job.NeverRunsPlaces.Count);
    }

    [Fact]
    public void Calls_that_go_in_a_circle_end()
    {
        var pipelines = Link(
            (
                ".github/workflows/a.yml",
                "on: workflow_call\njobs: { x: { uses: ./.github/workflows/b.yml }, y: { uses: ./.github/workflows/b.yml } }\n"
            ),
            (
                ".github/workflows/b.yml",
                "on: workflow_call\njobs: { x: { uses: ./.github/workflows/a.yml }, y: { uses: ./.github/workflows/a.yml } }\n"
            ),
            (
                ".github/actions/a/action.yml",
                "runs: { using: composite, steps: [{ uses: ./.github/actions/a }, { uses: ./.github/actions/a }] }\n"
            ),
            (".github/workflows/c.yml", "on: push\njobs: { x: { runs-on: x, steps: [{ uses: ./.github/actions/a }] } }\n")
        );

        Assert.Equal(3, pipelines.Count);
    }

    [Fact]
    public void GitLab_jobs_take_what_templates_and_defaults_give()
    {
        var jobs = Link(
            (
                ".gitlab-ci.yml",
                """
                include: /.gitlab/ci/base.yml
                stages: [test, empty, deploy]
                unit: { stage: test, extends: .node, script: npm test }
                prod: { stage: deploy, extends: [.none, .deploy] }
                free: { stage: deploy, needs: [], script: kubectl apply -f k8s }
                """
            ),
            (
                ".gitlab/ci/base.yml",
                ".node: { before_script: [npm ci] }\n.none: { script: echo no }\n.deploy: { extends: .deploy, script: helm upgrade a b, environment: production }\n"
            )
        )[0].Jobs;

        Assert.Equal([("unit", "Install Test"), ("prod", "Deploy"), ("free", "Deploy")], jobs.Select(job => (job.Id, Intents(job))));
        Assert.Equal(["unit"], jobs[1].Needs);
        Assert.Empty(jobs[2].Needs);
        Assert.Equal("production", jobs[1].DeploysTo?.Value);
    }

    [Fact]
    public void Scripts_that_say_so_deploy()
    {
        var pipelines = Link(
            ("scripts/deploy.sh", "#!/bin/bash\nset -e\npg_dump app > backup.sql\ndocker compose up -d\ncurl -f http://localhost/health\n"),
            ("start.sh", "#!/bin/sh\ndocker compose up -d\n")
        );

        Assert.Equal("BackUp Deploy SmokeTest", Intents(Assert.Single(pipelines).Jobs[0]));
    }
}
