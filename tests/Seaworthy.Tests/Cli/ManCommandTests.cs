using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class ManCommandTests
{
    [Fact]
    public void Every_command_of_the_help_is_in_the_manual()
    {
        var (code, page, _) = Program.Run(Path.GetTempPath(), "man");
        var help = Program.Run(Path.GetTempPath(), "--help").Output;

        var commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..]
            .Split('\n')
            .Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Where(line => line[2] != ' ')
            .Select(line => line.Trim().Split(' ')[0])
            .ToList();

        Assert.Equal(0, code);
        Assert.True(commands.Count > 8, help);
        Assert.All(
            commands,
            command =>
                Assert.Contains($".SS \"seaworthy {command.Replace("-", "\\-", StringComparison.Ordinal)}", page, StringComparison.Ordinal)
        );
        Assert.Contains("\\fB\\-\\-fail\\-on\\fR \\fIcritical|high|medium|low|never\\fR", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Groff_understands_all_of_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/groff"), "there is no groff on this machine");
        using var repository = new ScratchRepository().Write("seaworthy.1", Program.Run(Path.GetTempPath(), "man").Output);

        Assert.Equal("", ScratchRepository.Run(repository.Root, "sh", "-c", "groff -man -Tutf8 -ww -z seaworthy.1 2>&1"));
    }
}
