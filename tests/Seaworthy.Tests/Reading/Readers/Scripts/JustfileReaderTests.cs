using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Scripts;
using Seaworthy.Tests.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Scripts;

public sealed class JustfileReaderTests
{
    private const string Sample = """
        set dotenv-load := true
        image := "acme/app"
        sha := `git rev-parse HEAD`
        import? 'local.just'
        mod web 'web/mod.just'
        alias b := build

        # Build the image
        @build tag='latest' *args: deps (lint "a:b") && notify
            docker build -t {{image}}:{{tag}} \
              {{args}} .
            -docker push {{ image }}

        [working-directory: 'api']
        test:
            cd src && go test ./...
            go vet

        script:
            #!/usr/bin/env bash
            set -e
            cd api
            npm test

        py:
            #!/usr/bin/env python3
            import os
        """;

    [Fact]
    public void Recipes_and_what_they_need_are_read()
    {
        var file = Read(Sample);
        Assert.Equal(["build", "test", "script", "py", "b"], file.Tasks.Select(task => task.Name.Value));
        Assert.Equal(["deps", "lint", "notify"], file.Find("build")?.Prerequisites.Select(name => name.Value));
        Assert.Equal("lint", file.Find("build")?.Prerequisites[1].Span.Text);
        Assert.Equal("api", file.Find("test")?.Directory);
        Assert.Equal([("local.just", true), ("web/mod.just", false)], file.Includes.Select(include => (include.Path, include.IsOptional)));
    }

    [Fact]
    public void Lines_are_shell_commands()
    {
        var file = Read(Sample);
        Assert.Equal(
            ["docker|build|-t|acme/app:${{ tag }}|${{ args }}|.", "docker|push|acme/app"],
            file.Find("build")?.Commands.Select(ShellText.Show)
        );
        Assert.Equal([false, true], file.Find("build")?.Commands.Select(command => command.FailureIsMasked));
        Assert.Equal(["", "src", ""], file.Find("test")?.Commands.Select(command => command.Directory));
        Assert.Equal(["", "", "api"], file.Find("script")?.Commands.Select(command => command.Directory));
        Assert.True(file.Find("py")?.IsOtherLanguage);
    }

    [Fact]
    public void Any_text_is_read_without_fault()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            Read(Sample[..length]);
            Read(Sample[length..]);
        }
    }

    private static TaskFile Read(string text) =>
        Assert.IsType<TaskFile>(new JustfileReader().Read(new FileSyntax(new SourceFile("justfile", text))));
}
