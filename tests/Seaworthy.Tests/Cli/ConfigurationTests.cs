using System.Text.Json;
using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class ConfigurationTests
{
    [Fact]
    public void The_gate_of_the_configuration_holds_unless_the_command_line_says_otherwise()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose()).Write("seaworthy.yaml", "gate: critical\n");

        Assert.Equal(0, Program.Run(scratch.Root, "audit").Code);
        Assert.Equal(1, Program.Run(scratch.Root, "audit", "--fail-on", "high").Code);
        Assert.Equal(1, Program.Run(scratch.Root, "audit", "--no-config").Code);
    }

    [Fact]
    public void A_revision_is_audited_by_its_own_configuration()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("compose.yaml", Audited.Compose())
            .Write("seaworthy.yaml", "gate: never\n")
            .Commit()
            .Write("seaworthy.yaml", "gate: low\n");

        Assert.Equal(0, Program.Run(scratch.Root, "audit", "--rev", "HEAD").Code);
        Assert.Equal(1, Program.Run(scratch.Root, "audit").Code);
    }

    [Fact]
    public void A_faulty_configuration_ends_with_2_and_says_where_and_what_was_meant()
    {
        using var scratch = new ScratchRepository()
            .Write("compose.yaml", Audited.Compose())
            .Write("seaworthy.yaml", "\ngaet: high\nrules: 7\n");

        var (code, output, error) = Program.Run(scratch.Root, "audit");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("seaworthy: seaworthy.yaml:2:1: there is no key 'gaet'; did you mean 'gate'?", error, StringComparison.Ordinal);
        Assert.Contains("seaworthy: seaworthy.yaml:3:8: rules needs keys and values", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_configuration_can_be_given_and_must_be_there()
    {
        using var scratch = new ScratchRepository()
            .Write("compose.yaml", Audited.Compose())
            .Write("seaworthy.yaml", "not: this\n")
            .Write("ci/audit.yaml", "rules: {files/duplicate-key: off}\n");

        Assert.Equal(0, Program.Run(scratch.Root, "audit", "--config", "ci/audit.yaml").Code);
        var (code, _, error) = Program.Run(scratch.Root, "audit", "--config", "ci/absent.yaml");
        Assert.Equal((2, "seaworthy: there is no file 'ci/absent.yaml'."), (code, error.Trim()));
    }

    [Fact]
    public void What_a_comment_accepts_is_shown_in_every_report()
    {
        using var scratch = new ScratchRepository().Write(
            "compose.yaml",
            Audited.Compose(beside: " # seaworthy: allow files/duplicate-key <b>loader</b> until=2999-12-31")
        );

        var (code, json, _) = Program.Run(scratch.Root, "audit", "--format", "json");
        var report = JsonDocument.Parse(json).RootElement;
        var suppressed = Assert.Single(report.GetProperty("suppressed").EnumerateArray());
        Assert.Equal(0, code);
        Assert.Equal(1, report.GetProperty("summary").GetProperty("suppressed").GetInt32());
        Assert.Equal(("comment", "<b>loader</b>", "2999-12-31", "compose.yaml:5"), (Of("kind"), Of("reason"), Of("until"), Of("place")));
        Assert.Contains("; 1 suppressed\n", Program.Run(scratch.Root, "audit").Output, StringComparison.Ordinal);
        Assert.Contains("<b>loader</b>", Program.Run(scratch.Root, "audit", "--verbose").Output, StringComparison.Ordinal);
        var markdown = Program.Run(scratch.Root, "audit", "--format", "markdown").Output;
        Assert.Contains("## Suppressed", markdown, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;loader&lt;/b&gt; | 2999-12-31 |", markdown, StringComparison.Ordinal);
        Assert.Contains("1 finding suppressed", Program.Run(scratch.Root, "audit", "--format", "github").Output, StringComparison.Ordinal);
        Assert.Contains(
            "<skipped>suppressed by comment",
            Program.Run(scratch.Root, "audit", "--format", "junit").Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"comment, compose.yaml:5: ",
            Program.Run(scratch.Root, "audit", "--format", "csv").Output.Replace(",comment", ",\"comment", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var sarif = JsonDocument.Parse(Program.Run(scratch.Root, "audit", "--format", "sarif").Output).RootElement;
        Assert.Contains(
            sarif.GetProperty("runs")[0].GetProperty("results").EnumerateArray(),
            result => result.GetProperty("suppressions").EnumerateArray().Any(one => one.GetProperty("kind").GetString() == "inSource")
        );

        string? Of(string name) => suppressed.GetProperty("suppression").GetProperty(name).GetString();
    }

    [Fact]
    public void The_schema_is_printed_for_editors()
    {
        var (code, output, _) = Program.Run(".", "schema");

        Assert.Equal(0, code);
        Assert.True(JsonDocument.Parse(output).RootElement.GetProperty("properties").TryGetProperty("suppressions", out _));
    }
}
