using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Commands as people type them, and what is said where they slip.</summary>
public sealed class CommandWordsTests
{
    private const string Sound = "services:\n  api:\n    image: example/api:1.4.2\n";

    [Theory]
    [InlineData(".")]
    [InlineData("shop")]
    [InlineData("--fail-on", "never", ".")]
    [InlineData("--time-limit", "60", "shop", "--format", "json")]
    [InlineData("--time-limit=60", "audit", "shop")]
    [InlineData]
    public void A_path_alone_is_audited(params string[] arguments)
    {
        using var scratch = new ScratchRepository().Write("shop/compose.yaml", Sound);

        var (code, output, error) = Program.Run(scratch.Root, arguments);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("files", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_and_version_are_commands_too()
    {
        Assert.Equal(Program.Run(".", "--help"), Program.Run(".", "help"));
        Assert.Equal(Program.Run(".", "diff", "--help"), Program.Run(".", "help", "diff"));
        Assert.Equal(Program.Run(".", "baseline", "create", "--help"), Program.Run(".", "help", "baseline", "create"));
        Assert.All(["version", "-V", "--version"], word => Assert.Matches(@"^seaworthy \d+\.\d+\.\d+", Program.Run(".", word).Output));
    }

    [Theory]
    [InlineData("there is no command or directory 'adit'; did you mean 'audit'?", "adit")]
    [InlineData("there is no command or directory 'frobnicate'.", "frobnicate")]
    [InlineData("there is no command 'dif'; did you mean 'diff'?", "help", "dif")]
    [InlineData("'seaworthy baseline' has no command 'creat'; did you mean 'create'?", "baseline", "creat")]
    [InlineData("'seaworthy baseline' needs a command: create, update, prune.", "baseline")]
    [InlineData("there is no option '--frmat'; did you mean '--format'?", "audit", "--frmat", "json")]
    [InlineData("there is no option '--frmat'; did you mean '--format'?", "--frmat=json", "nowhere")]
    [InlineData("there is no option '--bogus'.", ".", "--bogus")]
    [InlineData("there is no option '-x'.", "diff", "-x")]
    [InlineData("there is no directory '-x'.", "audit", "--", "-x")]
    [InlineData("'b' is one argument too many for 'seaworthy audit'.", "audit", "a", "b")]
    [InlineData("'seaworthy explain' needs <rule>.", "explain")]
    [InlineData("--fail-on 'hihg' is none of critical, high, medium, low, never; did you mean 'high'?", ".", "--fail-on", "hihg")]
    [InlineData("--format is given twice.", ".", "--format", "json", "--format", "html")]
    [InlineData("--replicas takes a number from 0 to 1000000.", "cost", "--replicas", "x")]
    [InlineData("there is no rule 'duplicate-kye'; did you mean 'files/duplicate-key'?", "explain", "duplicate-kye")]
    [InlineData("there is no rule 'files/duplicate-kye'; did you mean 'files/duplicate-key'?", "explain", "files/duplicate-kye")]
    [InlineData("--show 'contaners' is no area, rule or path; did you mean 'containers'?", ".", "--show", "contaners")]
    public void A_slip_is_answered_in_one_sentence(string sentence, params string[] arguments)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Sound);

        var (code, output, error) = Program.Run(scratch.Root, arguments);

        Assert.Equal((2, "", $"seaworthy: {sentence}"), (code, output, error.Split('\n')[0]));
        Assert.InRange(error.TrimEnd().Split('\n').Length, 1, 2);
    }
}
