using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Pipelines;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Pipelines;

public sealed class CommandPipelineReadersTests
{
    private static IReadOnlyList<CommandStage> Read(Reader reader, string path, string text)
    {
        Assert.True(reader.Accepts(path));
        return Assert.IsType<CommandPipeline>(reader.Read(new FileSyntax(new SourceFile(path, text)))).Stages;
    }

    [Fact]
    public void Circle_jobs_have_steps()
    {
        var stages = Read(
            new CircleCiReader(),
            ".circleci/config.yml",
            """
            version: 2.1
            jobs:
              test:
                docker: [{ image: "cimg/node:22.1" }]
                steps:
                  - checkout
                  - run: npm ci
                  - run:
                      name: Test
                      working_directory: web
                      command: |
                        npm test
                  - codecov/upload: { file: x }
            """
        );

        var stage = Assert.Single(stages);
        Assert.Equal(("test", "cimg/node:22.1"), (stage.Name, stage.Image?.Value));
        Assert.Equal([("npm ci", ""), ("npm test", "web")], stage.Commands.Select(command => (command.Span.Text, command.Directory)));
        Assert.Equal(["checkout", "codecov/upload"], stage.Uses.Select(used => used.Value));
    }

    [Fact]
    public void Azure_jobs_stand_in_stages_or_alone()
    {
        const string Staged = """
            stages:
              - stage: Build
                jobs:
                  - job: Api
                    steps:
                      - task: NodeTool@0
                      - script: npm run build
                        workingDirectory: api
                  - deployment: Prod
                    strategy: { runOnce: { deploy: { steps: [{ bash: ./deploy.sh }] } } }
            """;

        var stages = Read(new AzurePipelineReader(), "azure-pipelines.yml", Staged);

        Assert.Equal(["Build/Api", "Build/Prod"], stages.Select(stage => stage.Name));
        Assert.Equal(("npm", "api"), (stages[0].Commands[0].Program, stages[0].Commands[0].Directory));
        Assert.Equal("NodeTool@0", stages[0].Uses[0].Value);
        Assert.Equal("deploy.sh", stages[1].Commands[0].Program);
        Assert.Single(Read(new AzurePipelineReader(), "ci/azure-pipelines-pr.yml", "steps:\n  - script: make\n"));
    }

    [Fact]
    public void Bitbucket_steps_stand_under_branches()
    {
        var stages = Read(
            new BitbucketPipelineReader(),
            "bitbucket-pipelines.yml",
            """
            pipelines:
              default:
                - step: { name: Test, image: node:22, script: [cd api, npm test] }
              branches:
                main:
                  - parallel:
                      - step: { script: [{ pipe: "atlassian/ssh-run:0.4.1" }, ./deploy.sh] }
            """
        );

        Assert.Equal(["Test", "main"], stages.Select(stage => stage.Name));
        Assert.Equal("api", stages[0].Commands[1].Directory);
        Assert.Equal("atlassian/ssh-run:0.4.1", stages[1].Uses[0].Value);
        Assert.Equal("deploy.sh", stages[1].Commands[0].Program);
    }

    [Fact]
    public void Jenkins_stages_hold_shell_steps()
    {
        const string Text = """"
            #!/usr/bin/env groovy
            // sh 'not this'
            pipeline {
              agent { docker { image 'node:22' } }
              stages {
                stage('Build') {
                  steps {
                    sh 'npm ci'
                    dir('web') { sh "npm run build -- --mode=\"prod\"" }
                    echo "stage('fake') { sh 'no' }"
                  }
                }
                stage("Deploy") {
                  agent { docker { image 'alpine:3' } }
                  steps {
                    sh(script: '''
                      set -e
                      ./deploy.sh ${ENV}
                    ''', returnStdout: true)
                    sh label: 'x', script: 'make smoke'
                  }
                }
              }
            }
            """";

        var stages = Read(new JenkinsfileReader(), "ci/Jenkinsfile", Text);

        Assert.Equal(["Build", "Deploy"], stages.Select(stage => stage.Name));
        Assert.Equal(
            [("npm ci", ""), ("npm run build -- --mode=\\\"prod\\\"", "web")],
            stages[0].Commands.Select(command => (command.Span.Text, command.Directory))
        );
        Assert.Equal(["set", "deploy.sh", "make"], stages[1].Commands.Select(command => command.Program));
        Assert.Equal("alpine:3", stages[1].Image?.Value);
        Assert.Equal("--mode=prod", stages[0].Commands[1].Words[^1].Literal);
    }

    [Fact]
    public void Jenkins_steps_for_Windows_hold_the_commands_of_tools_that_Unix_has_too()
    {
        const string Text = """"
            stage('Deploy') {
              bat 'docker ps -a | findstr shop >nul || docker run -d --name shop -p 80:80 acme/shop:%TAG%'
              bat """
                @echo off
                docker build -t acme/shop ^
                  -f api\\Dockerfile api
                if exist old.txt del old.txt
              """
            }
            """";

        var commands = Read(new JenkinsfileReader(), "Jenkinsfile", Text).SelectMany(stage => stage.Commands).ToList();

        Assert.Equal(["docker", "findstr", "docker", "docker"], commands.Select(command => command.Program));
        Assert.Equal("acme/shop:${TAG}", commands[2].Words[^1].Raw);
        Assert.Equal(["-f", "api/Dockerfile", "api"], commands[3].Words.TakeLast(3).Select(word => word.Literal));
        Assert.Equal(3, commands[3].Span.StartLine - commands[2].Span.StartLine);
    }

    [Fact]
    public void A_jenkinsfile_broken_anywhere_is_read_on()
    {
        const string Text = "stage('a') { dir('x') { sh(script: \"\"\"ls \\\n -l\"\"\") bat 'docker ps %A% ^' /* } */ } } // end";
        for (var length = 0; length <= Text.Length; length++)
        {
            foreach (var stage in Read(new JenkinsfileReader(), "Jenkinsfile", Text[..length]))
            {
                Assert.All(stage.Commands, command => Assert.InRange(command.Span.End, 0, length));
            }
        }
    }
}
