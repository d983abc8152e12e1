using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Dockerfiles;
using Xunit;
using DockerfileFacts = Seaworthy.Model.Declared.Dockerfiles.Dockerfile;

namespace Seaworthy.Tests.Reading.Readers.Dockerfiles;

public sealed class DockerfileReaderTests
{
    [Theory]
    [InlineData("Dockerfile", true)]
    [InlineData("api/Dockerfile.prod", true)]
    [InlineData("docker/web.Dockerfile", true)]
    [InlineData("docker/web.dockerfile", true)]
    [InlineData("Containerfile", true)]
    [InlineData("Dockerfile-dev", true)]
    [InlineData(".dockerignore", false)]
    [InlineData("Dockerfile.dockerignore", false)]
    [InlineData("docs/Dockerfile.md", false)]
    [InlineData("src/dockerfile_parser.py", false)]
    [InlineData("Dockerfile.j2", false)]
    [InlineData("Dockerfile.m4", false)]
    [InlineData("src/components/DockerFile.jsx", false)]
    [InlineData("docker-compose.yml", false)]
    public void The_name_says_what_may_be_a_Dockerfile(string path, bool accepted) =>
        Assert.Equal(accepted, new DockerfileReader().Accepts(path));

    [Fact]
    public void Stages_know_their_bases_names_and_platforms()
    {
        var file = Read("ARG V=20\nFROM --platform=$BUILDPLATFORM node:${V}-slim AS Build\nFROM build\nFROM nginx as web\n");

        Assert.Equal(["node:${V}-slim", "build", "nginx"], file.Stages.Select(stage => stage.Base.Raw));
        Assert.Equal(["Build", null, "web"], file.Stages.Select(stage => stage.Name?.Value));
        Assert.Same(file.Stages[0], file.Stages[1].BaseStage);
        Assert.Equal("$BUILDPLATFORM", file.Stages[0].Platform?.Raw);
        Assert.Equal("V", Assert.Single(file.GlobalArgs).Name.Value);
        Assert.Equal(
            (2, "FROM --platform=$BUILDPLATFORM node:${V}-slim AS Build"),
            (file.Stages[0].Span.StartLine, file.Stages[0].Span.Text)
        );
        Assert.Equal("web", file.FindStage("WEB")?.Name?.Value);
        Assert.Equal(1, file.FindStage("1")?.Index);
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Copy_keeps_sources_destination_and_stage()
    {
        var copy = Only<DockerInstruction.Copy>("FROM a AS build\nFROM b\nCOPY --from=build --chown=node:node a.txt $DIR/b /app/\n");

        Assert.Equal(["a.txt", "$DIR/b"], copy.Sources.Select(source => source.Raw));
        Assert.Equal(("/app/", "build", false), (copy.Destination?.Raw, copy.From?.Literal, copy.IsAdd));
        Assert.Equal(0, copy.FromStage?.Index);
        Assert.Equal((3, 37), (copy.Sources[0].Span.StartLine, copy.Sources[0].Span.StartColumn));
    }

    [Fact]
    public void Copy_takes_shell_syntax_as_sources_as_the_tool_does()
    {
        var copy = Only<DockerInstruction.Copy>("FROM a\nCOPY x y 2>/dev/null || true\n");

        Assert.Equal(["x", "y", "2>/dev/null", "||"], copy.Sources.Select(source => source.Literal));
        Assert.Equal("true", copy.Destination?.Literal);
    }

    [Fact]
    public void Copy_reads_the_array_form_and_heredocs()
    {
        Assert.Equal("a b", Only<DockerInstruction.Copy>("FROM a\nCOPY [\"a b\", \"/c\"]\n").Sources[0].Literal);

        var inline = Only<DockerInstruction.Copy>("FROM a\nCOPY <<EOF /etc/x.conf\nhello\nEOF\n");
        Assert.Empty(inline.Sources);
        Assert.Equal(("/etc/x.conf", "hello\n"), (inline.Destination?.Literal, Assert.Single(inline.Heredocs).Body.Text));
    }

    [Fact]
    public void Run_is_parsed_as_shell_with_places_in_the_file()
    {
        var run = Only<DockerInstruction.Run>("FROM a\nRUN --mount=type=cache,target=/root/.npm cd api \\\n # note\n && npm ci || true\n");

        Assert.Equal(
            ["cd", "npm"],
            run.Command.Commands.Select(command => command.Program).Where(name => name.Length > 2 || name == "cd").Take(2)
        );
        var npm = run.Command.Commands.Single(command => command.Program == "npm");
        Assert.Equal((4, "npm ci"), (npm.Span.StartLine, npm.Span.Text));
        Assert.True(npm.FailureIsMasked);
        var mount = Assert.Single(run.Mounts);
        Assert.Equal(("cache", "/root/.npm"), (mount.Type, mount.Target?.Literal));
    }

    [Fact]
    public void Run_heredoc_is_the_script()
    {
        var run = Only<DockerInstruction.Run>("FROM a\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF\n");

        Assert.Equal([3, 4], run.Command.Commands.Select(command => command.Span.StartLine));
    }

    [Fact]
    public void Run_heredoc_for_another_program_is_no_shell()
    {
        Assert.Empty(Only<DockerInstruction.Run>("FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n").Command.Commands);
        var python = Assert.Single(Only<DockerInstruction.Run>("FROM a\nRUN python3 - <<'EOF'\nimport os\nEOF\n").Command.Commands);
        Assert.Equal("import os\n", Assert.Single(python.Redirects).HereDocument);
    }

    [Theory]
    [InlineData("CMD [\"node\", \"server.js\"]", true, false, false, "node server.js")]
    [InlineData("CMD node server.js", false, true, false, "node server.js")]
    [InlineData("CMD ['node', 'server.js']", false, true, true, "")]
    [InlineData("CMD [\"sh\", \"-c\", \"exec node server.js\"]", true, true, false, "exec node server.js")]
    [InlineData("CMD [\"/bin/bash\", \"-euo\", \"pipefail\", \"-c\", \"node x\"]", true, true, false, "node x")]
    public void Exec_and_shell_forms_are_told_apart(string line, bool isExec, bool inShell, bool isBroken, string command)
    {
        var cmd = Only<DockerInstruction.Cmd>("FROM a\n" + line + "\n").Command;

        Assert.Equal((isExec, inShell, isBroken), (cmd.IsExec, cmd.RunsInShell, cmd.IsBrokenExec));
        Assert.Equal(command, string.Join(' ', cmd.Commands.SelectMany(found => found.Words).Select(word => word.Literal)));
    }

    [Fact]
    public void Healthcheck_has_options_or_is_none()
    {
        var check = Only<DockerInstruction.Healthcheck>(
            "FROM a\nHEALTHCHECK --interval=30s --retries=3 \\\n  CMD curl -f http://localhost:8080/health || exit 1\n"
        );

        Assert.Equal(("30s", "3"), (check.Interval?.Literal, check.Retries?.Literal));
        Assert.Equal("curl", check.Command?.Commands[0].Program);
        Assert.Null(Only<DockerInstruction.Healthcheck>("FROM a\nHEALTHCHECK none\n").Command);
    }

    [Fact]
    public void Variables_come_one_by_one_in_both_forms()
    {
        var stage = Read("FROM a\nENV A=1 \\\n    B=\"x y\" C=$A\nENV OLD form with words\nARG P=3000 Q\nLABEL k=\"v\"\n").Stages[0];

        var env = stage.Instructions.OfType<DockerInstruction.Env>().ToList();
        Assert.Equal(["A=1", "B=x y", "C=", "OLD=form with words"], env.Select(found => $"{found.Name.Value}={found.Value.Literal}"));
        Assert.Equal((3, "B=\"x y\""), (env[1].Pair.StartLine, env[1].Pair.Text));
        Assert.Equal(
            ["P=3000", "Q="],
            stage.Instructions.OfType<DockerInstruction.Arg>().Select(arg => $"{arg.Name.Value}={arg.Default?.Literal}")
        );
        Assert.Equal("v", Assert.Single(stage.Instructions.OfType<DockerInstruction.Label>()).Value.Literal);
    }

    [Fact]
    public void Variables_are_visible_after_their_line_and_from_the_stage_below()
    {
        var file = Read("ARG TAG=1\nFROM a AS base\nARG X=arg\nENV X=env\nFROM base\nRUN one\nARG TAG\nENV Y=$X Z=$Y\nRUN two\n");
        var stage = file.Stages[1];
        var runs = stage.Instructions.OfType<DockerInstruction.Run>().ToList();

        Assert.IsType<DockerInstruction.Env>(stage.FindVariable("X", runs[0]));
        Assert.Null(stage.FindVariable("TAG", runs[0]));
        Assert.Equal("1", Assert.IsType<DockerInstruction.Arg>(stage.FindVariable("TAG", runs[1])).EffectiveDefault?.Literal);
        Assert.Null(stage.FindVariable("Y", stage.Instructions.OfType<DockerInstruction.Env>().Single(env => env.Name.Value == "Z")));
        Assert.NotNull(stage.FindVariable("Y"));
    }

    [Fact]
    public void A_variable_of_the_stage_below_does_not_see_what_follows_it_there()
    {
        var child = Read("FROM a AS base\nENV P=/a:$P\nENV Q=1\nFROM base\nENV Q=2\n").Stages[1];
        var inherited = child.FindVariable("P");

        Assert.Null(child.FindVariable("P", inherited));
        Assert.Null(child.FindVariable("Q", inherited));
    }

    [Fact]
    public void Random_text_never_throws_and_keeps_places_inside()
    {
        const string Alphabet = "FROMRUNCOPYENV \"'\\`$${}[]<>-=:,#\n\n\t\rEOFa1";
        Random random = new(7);
        for (var round = 0; round < 2_000; round++)
        {
            var text = "FROM a\n" + string.Concat(Enumerable.Range(0, 60).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Assert.All(Read(text).Problems, problem => Assert.InRange(problem.Span.End, 0, text.Length));
        }
    }

    [Fact]
    public void Exposed_ports_have_numbers_ranges_and_protocols()
    {
        var ports = Read("FROM a\nEXPOSE 80 53/udp 8000-8010 $PORT ${P:-1/udp}\n").Stages[0].Instructions.Cast<DockerInstruction.Expose>();

        Assert.Equal(
            ["80-80/tcp", "53-53/udp", "8000-8010/tcp", "-/tcp", "-/tcp"],
            ports.Select(port => $"{port.Port}-{port.Last}/{port.Protocol}")
        );
    }

    [Fact]
    public void Of_an_exposed_mapping_the_port_of_the_container_counts()
    {
        var ports = Read("FROM a\nEXPOSE 8080:80 127.0.0.1:5353:53/udp [::1]:81:82 9000-9001:8000-8001\n")
            .Stages[0]
            .Instructions.Cast<DockerInstruction.Expose>();

        Assert.Equal(
            ["80-80/tcp", "53-53/udp", "82-82/tcp", "8000-8001/tcp"],
            ports.Select(port => $"{port.Port}-{port.Last}/{port.Protocol}")
        );
    }

    [Fact]
    public void User_group_workdir_volume_and_the_rest()
    {
        var stage = Read(
            "FROM a\nWORKDIR /app\nWORKDIR src\nUSER ${U:-app}:staff\nVOLUME [\"/data\"]\nVOLUME /a /b\nSTOPSIGNAL SIGINT\nMAINTAINER me\nSHELL [\"/bin/bash\", \"-c\"]\nONBUILD COPY . /x\n"
        ).Stages[0];

        Assert.Equal(("${U:-app}", "staff"), (stage.User?.Name.Raw, stage.User?.Group?.Literal));
        Assert.Equal("src", stage.Workdir?.Path.Literal);
        Assert.Equal(["/data", "/a", "/b"], stage.Instructions.OfType<DockerInstruction.Volume>().Select(volume => volume.Path.Literal));
        Assert.IsType<DockerInstruction.Copy>(Assert.Single(stage.Last<DockerInstruction.OnBuild>()?.Inner ?? []));
    }

    [Theory]
    [InlineData("FROM a\nRUNN x\n", ProblemKind.Syntax, "RUNN")]
    [InlineData("RUN x\nFROM a\n", ProblemKind.Syntax, "RUN")]
    [InlineData("ARG a\n", ProblemKind.Syntax, "ARG")]
    [InlineData("FROM a b\n", ProblemKind.Syntax, "a b")]
    [InlineData("FROM a AS 1x\n", ProblemKind.InvalidValue, "1x")]
    [InlineData("FROM a AS x\nFROM b AS X\n", ProblemKind.DuplicateKey, "X")]
    [InlineData("FROM a\nCOPY x\n", ProblemKind.Syntax, "COPY")]
    [InlineData("FROM a\nCOPY --recursive x y\n", ProblemKind.UnknownKey, "--recursive")]
    [InlineData("FROM a\nENV A\n", ProblemKind.Syntax, "ENV")]
    [InlineData("FROM a\nENV A=1 B\n", ProblemKind.Syntax, "B")]
    [InlineData("FROM a\nEXPOSE http\n", ProblemKind.InvalidValue, "http")]
    [InlineData("FROM a\nSHELL bash -c\n", ProblemKind.Syntax, "SHELL")]
    [InlineData("FROM a\nHEALTHCHECK curl x\n", ProblemKind.Syntax, "HEALTHCHECK")]
    [InlineData("FROM a\n<<<<<<< HEAD\n", ProblemKind.ConflictMarker, "<<<<<<<")]
    [InlineData("FROM a\nWORKDIR\n", ProblemKind.Syntax, "WORKDIR")]
    public void Faults_are_told_with_their_place(string text, ProblemKind kind, string place)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.Equal((kind, place), (problem.Kind, problem.Span.Text));
    }

    [Fact]
    public void Empty_and_binary_files_are_answered()
    {
        Assert.True(Read("").IsEmpty);
        Assert.True(Read("# nothing\n\n").IsEmpty);
        Assert.Single(Read("a\0b").Problems);
        Assert.Null(new DockerfileReader().Read(new FileSyntax(new SourceFile("Dockerfile-notes", "hello there\n"))));
    }

    [Fact]
    public void Commands_of_other_shells_are_not_read_as_sh()
    {
        Assert.Empty(Only<DockerInstruction.Run>("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN dir c:\\\n").Command.Commands);
        Assert.Empty(Only<DockerInstruction.Run>("FROM a\nSHELL [\"pwsh\", \"-Command\"]\nRUN Get-Item x\n").Command.Commands);
    }

    [Fact]
    public void Any_cut_of_a_file_is_read_with_all_places_inside_it()
    {
        const string Text =
            "# syntax=x\nARG A=1\nFROM a:${A:-2} AS b\nRUN --mount=type=bind,from=b <<E cat && \\\n x\nbody\nE\nCOPY [\"a\\n\", \"b\"]\nENV A=\"b c\" D=$E\nHEALTHCHECK --interval=1s CMD [\"x\"]\nONBUILD RUN y\n";
        for (var length = 0; length <= Text.Length; length++)
        {
            var file = Read(Text[..length]);
            Assert.All(file.Problems, problem => Assert.InRange(problem.Span.End, 0, length));
            Assert.All(file.Stages.SelectMany(stage => stage.Instructions), found => Assert.InRange(found.Span.End, 0, length));
        }
    }

    private static T Only<T>(string text)
        where T : DockerInstruction => Assert.Single(Read(text).Stages.SelectMany(stage => stage.Instructions).OfType<T>());

    private static DockerfileFacts Read(string text) =>
        Assert.IsType<DockerfileFacts>(new DockerfileReader().Read(new FileSyntax(new SourceFile("Dockerfile", text))));
}
