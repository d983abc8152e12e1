using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Pipelines;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Pipelines;

public sealed class GitLabPipelineReaderTests
{
    private const string Text = """
        stages: [build, deploy]
        variables:
          IMAGE: registry.example/api
          PORT: { value: "8000", description: x }
        default:
          image: node:22
          before_script:
            - cd api
        include:
          - local: /ci/test.yml
          - template: Security/SAST.gitlab-ci.yml
        .base:
          tags: [linux]
        build:
          stage: build
          extends: .base
          before_script:
            - cd web
          script:
            - npm ci
            - npm run build
          artifacts: { paths: [dist/] }
        deploy:
          stage: deploy
          needs: [build, { job: scan, optional: true }]
          image: { name: "bitnami/kubectl:1.30" }
          services: [postgres:16, { name: "redis:7" }]
          rules:
            - if: $CI_COMMIT_BRANCH == "main"
              changes: [src/**/*]
              when: manual
          environment: { name: production, url: "https://x.example" }
          script: kubectl apply -f k8s/
        old:
          only: [main, tags]
          script:
            - !reference [.setup, script]
            - [make a, make b]
          trigger: group/other
        """;

    private static GitLabPipeline Read(string text, string path = ".gitlab-ci.yml") =>
        Assert.IsType<GitLabPipeline>(new GitLabPipelineReader().Read(new FileSyntax(new SourceFile(path, text))));

    private static GitLabJob Job(string name) => Read(Text).Jobs.Single(job => job.Name == name);

    [Fact]
    public void The_frame_of_the_pipeline_is_read()
    {
        var pipeline = Read(Text);

        Assert.Empty(pipeline.Problems);
        Assert.Equal(["build", "deploy"], pipeline.Stages.Select(stage => stage.Value));
        Assert.Equal([".base", "build", "deploy", "old"], pipeline.Jobs.Select(job => job.Name));
        Assert.True(pipeline.Jobs[0].IsHidden);
        Assert.Equal("8000", pipeline.Variables[1].Value?.Value);
        Assert.Equal(
            [("local", "/ci/test.yml"), ("template", "Security/SAST.gitlab-ci.yml")],
            pipeline.Includes.Select(include => (include.Kind, include.Location.Value))
        );
        Assert.Equal("node:22", pipeline.Default?.Image?.Value);
    }

    [Fact]
    public void One_shell_runs_the_lines_before_and_the_script()
    {
        var build = Job("build");

        Assert.Equal(["cd"], build.BeforeScript?.Select(command => command.Program));
        Assert.Equal(["npm", "npm"], build.Script?.Select(command => command.Program));
        Assert.Equal("web", build.Script?[1].Directory);
        Assert.Equal("npm run build", build.Script?[1].Span.Text);
    }

    [Fact]
    public void A_job_keeps_what_decides_about_it()
    {
        var deploy = Job("deploy");

        Assert.Equal([("build", false), ("scan", true)], deploy.Needs?.Select(need => (need.Job, need.IsOptional)));
        Assert.Equal("bitnami/kubectl:1.30", deploy.Image?.Value);
        Assert.Equal(["postgres:16", "redis:7"], deploy.Services.Select(service => service.Value));
        var rule = Assert.Single(deploy.Rules ?? []);
        Assert.Equal(("manual", "src/**/*"), (rule.When?.Value, rule.Changes?[0].Value));
        Assert.Equal("production", deploy.EnvironmentName?.Value);
        Assert.Equal("kubectl", deploy.Script?[0].Program);
    }

    [Fact]
    public void References_to_other_scripts_are_no_commands()
    {
        var old = Job("old");

        Assert.Equal(["make a", "make b"], old.Script?.Select(command => command.Span.Text));
        Assert.Equal(["main", "tags"], old.Only?.Select(name => name.Value));
        Assert.Equal("group/other", old.Trigger?.Value);
    }

    [Theory]
    [InlineData("a: { needs: [buld], script: x }\nbuild: { script: y }\n", "needs an unknown job 'buld': did you mean 'build'?")]
    [InlineData("a: { extends: .base, script: x }\n", "extends an unknown job '.base'")]
    [InlineData("stages: [one]\na: { stage: two, script: x }\n", "unknown stage 'two'")]
    public void What_is_named_and_absent_is_refused(string text, string message)
    {
        Assert.Contains(message, Assert.Single(Read(text).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("include: other.yml\na: { needs: [b], script: x }\n", ".gitlab-ci.yml")]
    [InlineData("a: { needs: [b], stage: two, extends: .c, script: x }\n", ".gitlab/ci/part.yml")]
    [InlineData("a: { needs: [{ project: x, job: b }], script: x }\n", ".gitlab-ci.yml")]
    [InlineData("a: { stage: deploy, script: x }\n", ".gitlab-ci.yml")]
    public void What_another_file_may_hold_is_not_refused(string text, string path)
    {
        Assert.Empty(Read(text, path).Problems);
    }

    [Fact]
    public void A_header_document_may_stand_before()
    {
        Assert.Equal("a", Read("spec: { inputs: { x: } }\n---\na: { script: ls }\n").Jobs[0].Name);
    }
}
