using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Xunit;

namespace Seaworthy.Deploying.Tests.Running;

public sealed class FilledStreamTests
{
    private static readonly byte[] Piece = Encoding.ASCII.GetBytes(new string('x', 65_536));

    [Fact]
    public void A_program_reads_all_that_is_written()
    {
        using FilledStream stream = new(writer =>
        {
            for (var piece = 0; piece < 100; piece++)
            {
                writer.Write(Piece);
            }
        });

        Assert.Equal("6553600", new ProcessRunner().Run(new CommandLine("wc", ["-c"]), stream).Output.Trim());
    }

    [Fact]
    public void Half_of_it_never_passes_for_the_whole()
    {
        using FilledStream stream = new(writer =>
        {
            writer.Write(Piece);
            throw new IOException("the rest is gone");
        });

        var failed = Assert.Throws<DeployFailedException>(() => new ProcessRunner().Run(new CommandLine("cat", []), stream));

        Assert.Equal("the rest is gone", failed.Message);
    }

    [Fact]
    public void Who_writes_comes_to_an_end_when_nobody_reads()
    {
        using FilledStream stream = new(writer =>
        {
            for (var piece = 0; piece < 100; piece++)
            {
                writer.Write(Piece);
            }
        });

        Assert.Equal(5, new ProcessRunner().Run(new CommandLine("sh", ["-c", "exit 5"]), stream).Code);
    }
}
