using System.Text.Json;
using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>What PATH may name, and whose configuration holds there.</summary>
public sealed class AuditedPathTests
{
    private const string Dockerfile = "FROM node:18.20.0\nCMD [\"node\", \"-v\"]\n";

    [Theory]
    [InlineData]
    [InlineData("notes.txt")]
    public void A_directory_that_says_nothing_of_deployment_ends_with_3(params string[] files)
    {
        using var scratch = new ScratchRepository();
        foreach (var file in files)
        {
            scratch.Write(file);
        }

        var (code, output, error) = Program.Run(scratch.Root, ".");
        var (same, json, _) = Program.Run(scratch.Root, ".", "-f", "json");

        Assert.Equal(
            (3, "", "seaworthy: nothing in '.' says how software is built, configured or deployed."),
            (code, output, error.Trim())
        );
        Assert.Equal(3, same);
        Assert.Equal("seaworthy-report/2", JsonDocument.Parse(json).RootElement.GetProperty("schema").GetString());
    }

    [Fact]
    public void A_file_stands_for_its_repository_and_is_shown_alone()
    {
        using var scratch = new ScratchRepository().Init().Write("api/Dockerfile", Dockerfile).Write("web/Dockerfile", Dockerfile).Commit();

        var (_, output, error) = Program.Run(Path.Combine(scratch.Root, "api"), "Dockerfile");
        var lines = Program.Run(Path.Combine(scratch.Root, "api"), "Dockerfile", "-f", "concise").Output.TrimEnd().Split('\n');

        Assert.Equal("", error);
        Assert.Contains("api/Dockerfile:1", output, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.StartsWith("../api/Dockerfile:", line, StringComparison.Ordinal));
        Assert.Equal(
            (2, "seaworthy: '.git/config' is not among the files that are read."),
            (Program.Run(scratch.Root, ".git/config").Code, Program.Run(scratch.Root, ".git/config").Error.Trim())
        );
        Assert.StartsWith(
            "seaworthy: 'api/Dockerfile' is a file",
            Program.Run(scratch.Root, "model", "api/Dockerfile").Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("rules: {files/duplicate-key: off}", 0)]
    [InlineData("gate: never", 0)]
    [InlineData("paths: {exclude: [services/api]}", 0)]
    [InlineData("paths: {exclude: [\"services/*/compose.yaml\"]}", 0)]
    [InlineData("paths: {exclude: [compose.yaml, api, web]}", 1)]
    [InlineData("scopes: {test: [services/api/compose.yaml]}", 0)]
    [InlineData("suppressions: [{rule: files/duplicate-key, path: services/api/compose.yaml, reason: a trial}]", 0)]
    [InlineData("suppressions: [{rule: files/duplicate-key, path: compose.yaml, reason: a trial}]", 1)]
    public void A_subdirectory_is_audited_by_the_configuration_of_its_repository(string configuration, int wanted)
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("seaworthy.yaml", configuration + "\n")
            .Write("services/api/compose.yaml", Audited.Compose())
            .Commit();

        var directory = Path.Combine(scratch.Root, "services", "api");
        var (code, output, error) = Program.Run(directory);

        Assert.Equal((wanted, ""), (code, error));
        Assert.Contains(
            "../../seaworthy.yaml: The configuration is taken from above the audited directory",
            output,
            StringComparison.Ordinal
        );
        Assert.Equal(wanted, Program.Run(directory, "--rev", "HEAD").Code);
        Assert.Equal(wanted, Program.Run(directory, "--config-from", "HEAD").Code);
        Assert.Equal(1, Program.Run(directory, "--no-config").Code);
    }

    [Fact]
    public void The_nearest_configuration_holds_and_none_from_beyond_the_repository()
    {
        using var scratch = new ScratchRepository().Write("seaworthy.yaml", "gate: never\n").Write("compose.yaml", Audited.Compose());
        scratch.Write("inner/a/compose.yaml", Audited.Compose()).Write("inner/b/compose.yaml", Audited.Compose());
        ScratchRepository.Run(scratch.Root, "git", "init", "-q", "inner");

        Assert.Equal(1, Program.Run(scratch.Root, "inner/a").Code);
        scratch.Write("inner/seaworthy.yaml", "gate: never\n").Write("inner/b/seaworthy.yaml", "gate: low\n");
        Assert.Equal(0, Program.Run(scratch.Root, "inner/a").Code);
        Assert.Equal(1, Program.Run(scratch.Root, "inner/b").Code);
    }

    [Fact]
    public void A_fault_above_is_told_where_it_stands()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("seaworthy.yaml", "gaet: high\n")
            .Write("api/compose.yaml", Audited.Compose());

        var (code, output, error) = Program.Run(Path.Combine(scratch.Root, "api"));

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("seaworthy: ../seaworthy.yaml:1:1: there is no key 'gaet'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_repository_there_is_no_revision()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose());

        Assert.Equal(
            (2, "seaworthy: '.' is in no git repository."),
            (Program.Run(scratch.Root, "--rev", "HEAD").Code, Program.Run(scratch.Root, "--rev", "HEAD").Error.Trim())
        );
    }

    [Fact]
    public void Sides_without_a_common_commit_are_not_taken_for_unknown_ones()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Audited.Compose()).Commit();
        scratch.Git("checkout", "-q", "--orphan", "other");
        scratch.Write("b.txt").Commit();

        Assert.Equal(
            (2, "seaworthy: 'main' and 'other' have no common commit here; a shallow clone may lack it."),
            (Program.Run(scratch.Root, "diff", "main...other").Code, Program.Run(scratch.Root, "diff", "main...other").Error.Trim())
        );
    }
}
