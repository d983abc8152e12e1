using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Xunit;

namespace Seaworthy.Deploying.Tests.Running;

public sealed class ProcessRunnerTests
{
    private static readonly CommandLine Much = new("head", ["-c", "1000000", "/dev/zero"]) { Limit = TimeSpan.FromSeconds(30) };

    [Fact]
    public void Who_fails_to_read_does_not_keep_a_process_from_its_end()
    {
        var begun = DateTime.UtcNow;

        var failed = Assert.Throws<DeployFailedException>(() =>
            new ProcessRunner().Run(Much, _ => throw new DeployFailedException("it cannot be read"))
        );

        Assert.Equal("it cannot be read", failed.Message);
        Assert.InRange(DateTime.UtcNow - begun, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Who_reads_slowly_is_waited_for()
    {
        var bytes = 0L;

        var result = new ProcessRunner().Run(
            new CommandLine("printf", ["%s", "text"]) { Limit = TimeSpan.FromSeconds(30) },
            stream =>
            {
                // Longer than what is waited for otherwise.
                Thread.Sleep(TimeSpan.FromSeconds(11));
                using MemoryStream all = new();
                stream.CopyTo(all);
                bytes = all.Length;
            }
        );

        Assert.True(result.IsDone);
        Assert.Equal(4, bytes);
    }
}
