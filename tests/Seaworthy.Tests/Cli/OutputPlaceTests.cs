using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Reports are written where the command line says, and nowhere that the audited tree leads to.</summary>
public sealed class OutputPlaceTests
{
    [Theory]
    [InlineData("report.html")]
    [InlineData("out/report.html")]
    public void Nothing_is_written_through_a_link(string file)
    {
        using ScratchRepository elsewhere = new();
        using var scratch = new ScratchRepository()
            .Init()
            .Write("Dockerfile", "FROM alpine:3.20\n")
            .Link("report.html", Path.Combine(elsewhere.Root, "report.html"))
            .Link("out", elsewhere.Root);

        foreach (var named in new[] { file, Path.Combine(scratch.Root, file) })
        {
            var (code, _, error) = Program.Run(scratch.Root, "audit", "-o", "html=" + named);
            Assert.Equal(2, code);
            Assert.Contains("is a symbolic link", error, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Root));
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes are made by mkfifo of Linux here");
        using var scratch = new ScratchRepository().Write("Dockerfile", "FROM alpine:3.20\n");
        ScratchRepository.Run(scratch.Root, "mkfifo", "report.html");

        Assert.Equal(2, Program.Run(scratch.Root, "audit", "-o", "html=report.html").Code);
    }

    [Fact]
    public void A_link_above_the_repository_is_the_users_own()
    {
        using ScratchRepository elsewhere = new();
        using var scratch = new ScratchRepository()
            .Write("there/compose.yaml", "services:\n  api:\n    image: a:1\n")
            .Link("here", elsewhere.Root);
        var file = Path.Combine(scratch.Root, "here", "report.json");

        Assert.Equal(0, Program.Run(Path.Combine(scratch.Root, "there"), "audit", "-o", "json=" + file).Code);
        Assert.True(File.Exists(Path.Combine(elsewhere.Root, "report.json")));
    }

    [Theory]
    [InlineData("--replicas", "99999999999999999999")]
    [InlineData("--memory", "NaN")]
    [InlineData("--storage", "1e300")]
    public void Amounts_beyond_all_bounds_are_a_fault_of_the_command_line(string option, string value)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", "services:\n  api:\n    image: a\n");

        var (code, _, error) = Program.Run(scratch.Root, "cost", option, value);

        Assert.Equal(2, code);
        Assert.DoesNotContain("fault of Seaworthy", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_standard_output_is_no_fault_of_ours()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell closes the descriptor");
        var program = Path.Combine(AppContext.BaseDirectory, "seaworthy");

        var code = ScratchRepository.Run(AppContext.BaseDirectory, "sh", "-c", $"'{program}' rules >&- 2>/dev/null; echo $?");

        Assert.Equal("2", code.Trim());
    }

    [Fact]
    public void A_character_that_is_none_ends_no_report()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", "services:\n  \"a\uFFFFb\": {image: x, image: y}\n");

        foreach (var command in new[] { "audit", "cost" })
        {
            var (code, output, _) = Program.Run(scratch.Root, command);
            Assert.InRange(code, 0, 1);
            Assert.DoesNotContain('\uFFFF', output);
        }
    }
}
