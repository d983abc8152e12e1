using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Scripts;
using Seaworthy.Tests.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Scripts;

public sealed class MakefileReaderTests
{
    private const string Sample = """
        # Build things
        IMAGE := ghcr.io/acme/app
        TAG ?= latest
        FULL = $(IMAGE):$(TAG)
        COMPOSE = docker compose -f \
          compose.yaml
        include .env
        -include local.mk $(wildcard *.inc)
        export

        .PHONY: build test
        build: deps src/main.go | out ## Builds
        	@echo "building $@ from $<"
        	docker build -t $(IMAGE) . \
        		--build-arg SHA=$(shell git rev-parse HEAD)
        	-docker push $(FULL)

        test: ; cd api && go test ./... # all
        %.o: %.c
        	cc $$CFLAGS $(addprefix -I,$(DIRS)) $(MISSING)
        ifeq ($(CI),true)
        up: MODE = ci
        up:
        	$(COMPOSE) up -d
        	cd web; npm ci
        	npm test
        endif
        """;

    [Fact]
    public void Targets_prerequisites_and_phony_names_are_read()
    {
        var file = Read(Sample);
        Assert.Equal(["build", "test", "%.o", "up"], file.Tasks.Select(task => task.Name.Value));
        Assert.Equal(["deps", "src/main.go", "out"], file.Find("build")?.Prerequisites.Select(name => name.Value));
        Assert.Equal((12, 8), (file.Find("build")?.Prerequisites[0].Span.StartLine, file.Find("build")?.Prerequisites[0].Span.StartColumn));
        Assert.Empty(file.Problems);
        Assert.Equal("build", file.Default?.Name.Value);
    }

    [Fact]
    public void Recipes_are_shell_commands_with_variables_put_in()
    {
        var file = Read(Sample);
        Assert.Equal(
            [
                "echo|building build from deps",
                "git|rev-parse|HEAD",
                "docker|build|-t|ghcr.io/acme/app|.|--build-arg|SHA=$(git rev-parse HEAD)",
                "docker|push|ghcr.io/acme/app:latest",
            ],
            file.Find("build")?.Commands.Select(ShellText.Show)
        );
        Assert.Equal(["cd|api", "go|test|./..."], file.Find("test")?.Commands.Select(ShellText.Show));
        Assert.Equal(["cc|$CFLAGS|${{ $(addprefix -I,$(DIRS)) }}|${MISSING}"], file.Find("%.o")?.Commands.Select(ShellText.Show));
        Assert.Equal(
            ["docker|compose|-f|compose.yaml|up|-d", "cd|web", "npm|ci", "npm|test"],
            file.Find("up")?.Commands.Select(ShellText.Show)
        );
    }

    [Fact]
    public void Each_line_has_a_shell_of_its_own_and_a_dash_masks_it()
    {
        var file = Read(Sample);
        Assert.Equal([false, false, false, true], file.Find("build")?.Commands.Select(command => command.FailureIsMasked));
        Assert.Equal(["", "", "web", ""], file.Find("up")?.Commands.Select(command => command.Directory));
    }

    [Fact]
    public void Commands_lead_back_to_their_lines()
    {
        var push = Read(Sample).Find("build")?.Commands[^1];
        Assert.Equal((16, 3), (push?.Span.StartLine, push?.Span.StartColumn));
    }

    [Fact]
    public void Includes_tell_whether_the_file_may_be_missing()
    {
        Assert.Equal(
            [(".env", false), ("local.mk", true), (null, true)],
            Read(Sample).Includes.Select(include => (include.Path, include.IsOptional))
        );
    }

    [Theory]
    [InlineData("T ?= latest\na:\n\tdocker push x:$(T)", "x:${T:-latest}")]
    [InlineData("T = 1\nT = 2\na:\n\tdocker push x:$(T)", "x:${T}")]
    [InlineData("ifdef X\nT = 1\nendif\na:\n\tdocker push x:$(T)", "x:${T}")]
    [InlineData("a: T = 1\na:\n\tdocker push x:${T}", "x:${T}")]
    [InlineData("T = $(T)\na:\n\tdocker push x:$(T)", "x:${T}")]
    public void A_variable_is_put_in_only_when_the_file_decides_it(string text, string expected)
    {
        Assert.Equal(expected, Read(text).Find("a")?.Commands[^1].Words[2].Raw);
    }

    [Fact]
    public void A_recipe_line_indented_with_blanks_is_a_problem()
    {
        var problem = Assert.Single(Read("a:\n    npm ci\n").Problems);
        Assert.Equal((2, "missing separator: a recipe line begins with a tab"), (problem.Span.StartLine, problem.Message));
    }

    [Fact]
    public void Any_part_of_a_file_is_read_without_fault()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            Read(Sample[..length]);
        }
    }

    private static TaskFile Read(string text) =>
        Assert.IsType<TaskFile>(new MakefileReader().Read(new FileSyntax(new SourceFile("Makefile", text))));
}
