using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Workflows;

public sealed class WorkflowReaderTests
{
    private const string Ci = """
        name: CI/CD
        on:
          push:
            branches: [main, 'release/**']
            paths-ignore: ['docs/**']
          pull_request:
          release: { types: [published] }
          schedule:
            - cron: '0 3 * * *'
          workflow_dispatch:
            inputs:
              target: { type: choice, options: [staging, production], required: true }
        permissions:
          contents: read
        env:
          IMAGE: ghcr.io/acme/api
        defaults:
          run:
            working-directory: backend
        concurrency: { group: "ci-${{ github.ref }}", cancel-in-progress: true }
        jobs:
          test:
            runs-on: ${{ matrix.os }}
            strategy:
              matrix:
                os: [ubuntu-latest, macos-14]
                node: [20, 22]
                include:
                  - { os: ubuntu-latest, node: 22, extra: true }
            services:
              postgres:
                image: postgres:16
                env: { POSTGRES_PASSWORD: secret }
                ports: ['5432:5432']
                options: >-
                  --health-cmd "pg_isready -U app"
                  --health-interval 10s
            steps:
              - uses: actions/checkout@8f4b7f84864484a7bf31766abe9204da3cbe65b3
              - name: Install
                run: |
                  npm ci
                  npm test -- --shard=${{ matrix.node }} || true
              - run: Get-Item .
                shell: pwsh
              - id: tag
                if: github.ref == 'refs/heads/main'
                run: echo "tag=x" >> $GITHUB_OUTPUT
                working-directory: ./tools
          deploy:
            needs: [test]
            if: ${{ github.event_name == 'release' }}
            runs-on: [self-hosted, linux]
            environment: { name: production, url: "https://acme.example" }
            container: node:22
            steps:
              - uses: docker/build-push-action@v6
                with: { context: ./backend, tags: "${{ env.IMAGE }}:${{ github.sha }}" }
              - uses: ./.github/actions/notify
              - uses: docker://alpine:3.20
          call:
            needs: test
            uses: acme/shared/.github/workflows/scan.yml@v2
            with: { level: high }
            secrets: inherit
        """;

    private static Workflow Read(string text) =>
        Assert.IsType<Workflow>(new WorkflowReader().Read(new FileSyntax(new SourceFile(".github/workflows/ci.yml", text))));

    private static WorkflowJob Job(string id) => Assert.IsType<WorkflowJob>(Read(Ci).Job(id));

    [Fact]
    public void A_sound_workflow_has_no_problems()
    {
        Assert.Empty(Read(Ci).Problems);
    }

    [Fact]
    public void Triggers_keep_their_filters()
    {
        var workflow = Read(Ci);

        Assert.Equal(
            ["push", "pull_request", "release", "schedule", "workflow_dispatch"],
            workflow.Triggers.Select(trigger => trigger.Event)
        );
        var push = workflow.Trigger("push");
        Assert.Equal(["main", "release/**"], push?.Branches?.Select(branch => branch.Value));
        Assert.Equal("'release/**'", push?.Branches?[1].Span.Text);
        Assert.Null(push?.Tags);
        Assert.Equal(["published"], workflow.Trigger("release")?.Types?.Select(type => type.Value));
        Assert.Equal(
            (true, "production"),
            (workflow.Trigger("workflow_dispatch")?.Inputs[0].IsRequired, workflow.Trigger("workflow_dispatch")?.Inputs[0].Options[1].Value)
        );
    }

    [Theory]
    [InlineData("on: push", "push")]
    [InlineData("on: [push, pull_request]", "push pull_request")]
    [InlineData("'on': { push: { branches: main } }", "push")]
    [InlineData("\"on\":\n  push:\n  workflow_call:", "push workflow_call")]
    public void On_has_many_forms(string on, string events)
    {
        var workflow = Read($"{on}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ls\n");

        Assert.Empty(workflow.Problems);
        Assert.Equal(events.Split(' '), workflow.Triggers.Select(trigger => trigger.Event));
    }

    [Fact]
    public void A_reusable_workflow_declares_what_it_takes_and_gives()
    {
        var workflow = Read(
            """
            on:
              workflow_call:
                inputs: { env: { type: string, default: staging } }
                secrets: { token: { required: true } }
                outputs: { url: { value: "${{ jobs.a.outputs.url }}" } }
            jobs: { a: { runs-on: x, outputs: { url: u }, steps: [{ run: ls }] } }
            """
        );

        Assert.Empty(workflow.Problems);
        var call = workflow.Trigger("workflow_call");
        Assert.Equal("staging", call?.Inputs[0].Default?.Literal);
        Assert.Equal(("token", true), (call?.Secrets[0].Name, call?.Secrets[0].IsRequired));
        Assert.Equal("jobs.a.outputs.url", call?.Outputs[0].Value.References[0].ToString());
    }

    [Fact]
    public void A_script_is_read_into_commands_with_places_and_expressions()
    {
        var step = Job("test").Steps[1];

        Assert.Equal(["npm", "npm", "true"], step.Run?.Commands.Select(command => command.Program));
        var test = step.Run?.Commands[1];
        Assert.Equal("npm test -- --shard=${{ matrix.node }}", test?.Span.Text);
        Assert.Null(test?.Words[3].Literal);
        Assert.True(test?.FailureIsMasked);
        Assert.Equal("bash", step.Run?.Shell);
    }

    [Fact]
    public void Defaults_reach_the_steps()
    {
        var steps = Job("test").Steps;

        Assert.Equal("backend", steps[1].WorkingDirectory?.Literal);
        Assert.Equal("./tools", steps[3].WorkingDirectory?.Literal);
        Assert.Null(steps[0].WorkingDirectory);
    }

    [Fact]
    public void Other_shells_are_not_read()
    {
        var script = Job("test").Steps[2].Run;

        Assert.Equal("pwsh", script?.Shell);
        Assert.Empty(script?.Commands ?? []);
    }

    [Theory]
    [InlineData("ubuntu-22.04", "bash")]
    [InlineData("windows-2022", "pwsh")]
    [InlineData("${{ inputs.runner }}", null)]
    [InlineData("${{ matrix.os }}", null)]
    public void The_runner_decides_the_shell(string runner, string? shell)
    {
        var workflow = Read(
            $"on: push\njobs:\n  a:\n    runs-on: {runner}\n    strategy: {{ matrix: {{ os: [ubuntu-latest, windows-latest] }} }}\n    steps: [{{ run: ls }}]\n"
        );

        Assert.Equal(shell, workflow.Jobs[0].Steps[0].Run?.Shell);
    }

    [Fact]
    public void Services_keep_image_ports_environment_and_health()
    {
        var service = Assert.Single(Job("test").Services);

        Assert.Equal(("postgres", "postgres:16"), (service.Name, service.Container.Image?.Literal));
        Assert.Equal("5432:5432", service.Container.Ports[0].Literal);
        Assert.Equal("secret", service.Container.Environment[0].Value.Literal);
        Assert.Equal("pg_isready -U app", service.Container.HealthCommand);
    }

    [Fact]
    public void A_matrix_has_axes_and_additions()
    {
        var matrix = Job("test").Matrix;

        Assert.Equal(["os", "node"], matrix?.Axes.Select(axis => axis.Name));
        Assert.Equal(["20", "22"], matrix?.Axes[1].Values.Select(value => value.Text?.Literal));
        Assert.Equal("extra", matrix?.Include[0].Values[2].Name);
    }

    [Fact]
    public void Actions_are_named_in_three_ways()
    {
        var steps = Job("deploy").Steps;

        Assert.Equal(("docker", "build-push-action", "v6"), (steps[0].Uses?.Owner, steps[0].Uses?.Repository, steps[0].Uses?.Ref?.Value));
        Assert.Equal("v6", steps[0].Uses?.Ref?.Span.Text);
        Assert.Equal((ActionReferenceKind.Local, ".github/actions/notify"), (steps[1].Uses?.Kind, steps[1].Uses?.Path));
        Assert.Equal((ActionReferenceKind.Docker, "alpine:3.20"), (steps[2].Uses?.Kind, steps[2].Uses?.Image));
        Assert.True(Job("test").Steps[0].Uses?.IsPinned);
        Assert.Equal("./backend", steps[0].Input("Context")?.Literal);
    }

    [Fact]
    public void A_job_may_call_a_workflow()
    {
        var call = Job("call");

        Assert.Equal("acme/shared/.github/workflows/scan.yml", call.Uses?.Name);
        Assert.True(call.InheritsSecrets);
        Assert.Equal(("test", 1), (call.Needs[0].Value, call.Needs.Count));
    }

    [Theory]
    [InlineData(".github/workflows/a.yml", true)]
    [InlineData(".github/workflows/a.yaml", true)]
    [InlineData(".github/workflows/old/a.yml", false)]
    [InlineData("api/.github/workflows/a.yml", false)]
    public void Only_the_folder_at_the_root_holds_workflows(string path, bool accepted)
    {
        Assert.Equal(accepted, new WorkflowReader().Accepts(path));
    }

    [Fact]
    public void Every_prefix_reads_with_places_inside_the_file()
    {
        for (var length = 0; length < Ci.Length; length += 3)
        {
            var workflow = Read(Ci[..length]);

            Assert.All(workflow.Problems, problem => Assert.InRange(problem.Span.End, 0, length));
        }
    }
}
