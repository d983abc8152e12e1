using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("seaworthy dif", "diff")]
    [InlineData("seaworthy audit --form", "--format")]
    [InlineData("seaworthy audit --format sar", "sarif")]
    [InlineData("seaworthy audit --fail-on c", "critical")]
    [InlineData("seaworthy completion f", "fish")]
    [InlineData("seaworthy --min-s", "--min-severity")]
    [InlineData("seaworthy shop --min-severity c", "critical")]
    [InlineData("seaworthy audit --show ports/published-port-not-l", "ports/published-port-not-listened")]
    [InlineData("seaworthy audit --select ports-and", "ports-and-health")]
    [InlineData("seaworthy diff --ignore files/duplicate-k", "files/duplicate-key")]
    [InlineData("seaworthy explain files/duplicate-k", "files/duplicate-key")]
    [InlineData("seaworthy help dif", "diff")]
    public void Bash_completes(string line, string wanted)
    {
        const string Ask = """
            source <(seaworthy completion bash)
            read -ra COMP_WORDS <<<"$COMP_LINE"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _seaworthy
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var script = $"PATH='{AppContext.BaseDirectory}':$PATH COMP_LINE='{line}' COMP_POINT={line.Length}\n{Ask}";
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there is no bash to ask");
        }

        Assert.Equal(
            [wanted],
            ScratchRepository.Run(Path.GetTempPath(), "bash", "-c", script).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Theory]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Other_shells_ask_the_program_as_well(string shell)
    {
        var (code, output, _) = Program.Run(Path.GetTempPath(), "completion", shell);

        Assert.Equal(0, code);
        Assert.Contains("[suggest:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_offered_that_only_Windows_knows()
    {
        var (code, output, _) = Program.Run(Path.GetTempPath(), "[suggest:16]", "seaworthy audit ");

        Assert.Equal(0, code);
        Assert.DoesNotContain("/", output, StringComparison.Ordinal);
        Assert.Contains("--help", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shell_that_nobody_knows_ends_with_2() => Assert.Equal(2, Program.Run(Path.GetTempPath(), "completion", "dos").Code);
}
