using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Xunit;

namespace Seaworthy.Deploying.Tests.Running;

public sealed class ProcessRunnerTests : IDisposable
{
    private static readonly CommandLine Much = new("head", ["-c", "1000000", "/dev/zero"]) { Limit = TimeSpan.FromSeconds(30) };

    private readonly DirectoryInfo repository = Directory.CreateTempSubdirectory("seaworthy-runner-");

    public void Dispose() => repository.Delete(recursive: true);

    [Fact]
    public void A_program_in_the_directory_where_a_command_works_is_not_run()
    {
        var trap = Path.Combine(repository.FullName, "seaworthy-trap");
        File.WriteAllText(trap, "#!/bin/sh\necho trapped\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var result = new ProcessRunner().Run(new CommandLine("seaworthy-trap", []) { Directory = repository.FullName });

        Assert.False(result.IsDone);
        Assert.Contains("no such program in PATH", result.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_of_PATH_works_in_the_directory_of_its_command()
    {
        var result = new ProcessRunner().Run(new CommandLine("pwd", []) { Directory = repository.FullName });

        Assert.True(result.IsDone);
        Assert.Equal(repository.FullName, result.Output.Trim());
    }

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
