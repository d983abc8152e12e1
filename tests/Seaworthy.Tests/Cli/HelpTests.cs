using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Help that is read in a terminal of 100 columns, in a few words for each option.</summary>
public sealed class HelpTests
{
    private const int Width = 130;

    public static TheoryData<string> Commands =>
        [
            "",
            "audit",
            "diff",
            "watch",
            "baseline",
            "baseline create",
            "explain",
            "rules",
            "model",
            "model port",
            "matrix",
            "cost",
            "secrets",
            "secrets set",
            "backup",
            "schema",
            "completion",
            "man",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_says_how_it_is_called(string command)
    {
        var (code, output, error) = Program.Run(".", [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"\nUsage: seaworthy {(command.Length > 0 ? command : "[audit]")}", output, StringComparison.Ordinal);
        Assert.All(["--help", "--color", "--time-limit"], option => Assert.Contains(option, output, StringComparison.Ordinal));
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= Width, line));
        Assert.All(
            ["whoever", "mend", " told", "reckon", "unless given"],
            word => Assert.DoesNotContain(word, output, StringComparison.OrdinalIgnoreCase)
        );
    }
}
