using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary><c>--fail-on</c> with files that the command line names: their own configuration cannot hide them.</summary>
public sealed class HiddenFindingsTests
{
    [Theory]
    [InlineData("paths: {exclude: ['**']}\n")]
    [InlineData("rules: {files/duplicate-key: off}\n")]
    [InlineData("rules: {files/duplicate-key: {severity: low}}\n")]
    [InlineData("suppressions: [{rule: files/duplicate-key, reason: so be it}]\n")]
    public void A_gate_and_a_path_on_the_command_line_count_what_the_configuration_hides(string settings)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose()).Write("seaworthy.yaml", settings);

        var named = Program.Run(scratch.Root, "audit", ".", "--fail-on", "high");
        Assert.Equal(1, named.Code);
        Assert.Contains(
            "seaworthy.yaml hides 1 FAIL from --fail-on (first: files/duplicate-key, compose.yaml:5)",
            named.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("The configuration hides 1 FAIL that --fail-on high counts", named.Output, StringComparison.Ordinal);
        Assert.Equal(1, Program.Run(scratch.Root, "audit", "--fail-on", "high", "--show", "compose.yaml").Code);

        // Whose configuration holds was said, or no file was named, or nothing reaches the gate.
        Assert.Equal(0, Program.Run(scratch.Root, "audit", ".", "--fail-on", "high", "--config", "seaworthy.yaml").Code);
        Assert.Equal(0, Program.Run(scratch.Root, "audit", ".").Code);
        Assert.Equal(0, Program.Run(scratch.Root, "audit", ".", "--fail-on", "never").Code);
        var unnamed = Program.Run(scratch.Root, "audit", "--fail-on", "high");
        Assert.Equal((0, ""), (unnamed.Code, unnamed.Error));
        Assert.Contains("The configuration hides 1 FAIL", unnamed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_closes_the_gate_as_it_is_is_not_hidden()
    {
        using var scratch = new ScratchRepository()
            .Write("compose.yaml", Audited.Compose())
            .Write("seaworthy.yaml", "rules: {files/duplicate-key: {severity: critical}}\npaths: {exclude: [legacy]}\n");

        var (code, output, error) = Program.Run(scratch.Root, "audit", ".", "--fail-on", "high");

        Assert.Equal((1, ""), (code, error));
        Assert.DoesNotContain("hides", output, StringComparison.Ordinal);
    }
}
