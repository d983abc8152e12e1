using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Scripts;
using Seaworthy.Tests.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Scripts;

public sealed class TaskfileReaderTests
{
    [Fact]
    public void Tasks_commands_and_dependencies_are_read()
    {
        var file = Assert.IsType<TaskFile>(
            new TaskfileReader().Read(
                new FileSyntax(
                    new SourceFile(
                        "Taskfile.yml",
                        """
                        version: '3'
                        includes:
                          api: ./api/Taskfile.yml
                        vars:
                          IMAGE: acme/app
                        tasks:
                          build:
                            deps: [lint, {task: gen}]
                            dir: api
                            cmds:
                              - docker build -t {{.IMAGE}}:{{.TAG}} .
                              - cmd: docker push {{.IMAGE}}
                                ignore_error: true
                              - task: notify
                          short: echo hi
                          list:
                            - echo a
                        """
                    )
                )
            )
        );
        Assert.Equal(["build", "short", "list"], file.Tasks.Select(task => task.Name.Value));
        var build = file.Find("build");
        Assert.Equal(["lint", "gen", "notify"], build?.Prerequisites.Select(name => name.Value));
        Assert.Equal(["docker|build|-t|acme/app:${{ .TAG }}|.", "docker|push|acme/app"], build?.Commands.Select(ShellText.Show));
        Assert.Equal([false, true], build?.Commands.Select(command => command.FailureIsMasked));
        Assert.Equal("api", build?.Directory);
        Assert.Equal(11, build?.Commands[0].Span.StartLine);
        Assert.Equal(["echo|hi"], file.Find("short")?.Commands.Select(ShellText.Show));
        Assert.Equal("./api/Taskfile.yml", Assert.Single(file.Includes).Path);
    }
}
