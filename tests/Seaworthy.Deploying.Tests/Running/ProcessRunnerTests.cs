using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Xunit;

namespace Seaworthy.Deploying.Tests.Running;

public sealed class ProcessRunnerTests : IDisposable
{
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
}
