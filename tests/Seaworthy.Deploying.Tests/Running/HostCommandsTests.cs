using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Xunit;

namespace Seaworthy.Deploying.Tests.Running;

/// <summary>The scripts for a host, run by the shells of this machine.</summary>
public sealed class HostCommandsTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private readonly string directory = Directory.CreateTempSubdirectory("seaworthy-host-").FullName;
    private readonly ProcessRunner runner = new();

    public HostCommandsTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no POSIX shell");
    }

    public static TheoryData<string> Shells() => [.. new[] { "sh", "bash", "busybox" }.Where(name => File.Exists("/bin/" + name))];

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [MemberData(nameof(Shells))]
    public void A_text_is_written_whole_and_read_again(string shell)
    {
        var path = At("a 'b' $c");
        const string Text = "one\ntwo $(x) 'y' ä\n";

        Assert.True(Run(shell, HostCommands.Write(path, Encoding.UTF8.GetByteCount(Text)), Text).IsDone);

        Assert.Equal(Text, Run(shell, HostCommands.Read(path)).Output);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(path));
        Assert.Equal(["a 'b' $c"], Run(shell, HostCommands.List(directory)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(Run(shell, HostCommands.Exists(path)).IsDone);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void A_text_that_arrives_in_part_takes_no_place(string shell)
    {
        var path = At("file");
        File.WriteAllText(path, "old");

        Assert.Equal(HostCommands.IsCut, Run(shell, HostCommands.Write(path, 100), "new").Code);

        Assert.Equal("old", File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void What_is_absent_is_not_what_is_empty(string shell)
    {
        File.WriteAllText(At("empty"), "");

        Assert.Equal(HostCommands.IsAbsent, Run(shell, HostCommands.Read(At("absent"))).Code);
        Assert.True(Run(shell, HostCommands.Read(At("empty"))).IsDone);
        Assert.False(Run(shell, HostCommands.Exists(At("absent"))).IsDone);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void A_line_that_was_cut_stays_one_of_its_own(string shell)
    {
        var path = At("ledger");

        Assert.True(Run(shell, HostCommands.Append(path, At("busy"), ""), "one\n").IsDone);
        File.AppendAllText(path, "cu");
        Assert.True(Run(shell, HostCommands.Append(path, At("busy"), ""), "two\n").IsDone);

        Assert.Equal("one\ncu\ntwo\n", File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_line_waits_for_its_turn(string shell)
    {
        var path = At("ledger");
        using LocalHost host = new();
        var turn = host.TryHold(path + ".turn");
        var waiting = Task.Run(() => Run(shell, HostCommands.Append(path, At("busy"), ""), "two\n"), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await File.AppendAllTextAsync(path, "one\n", TestContext.Current.CancellationToken);

        turn?.Dispose();

        Assert.True((await waiting).IsDone);
        Assert.Equal("one\ntwo\n", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void A_stream_becomes_a_file_that_can_be_renamed_and_deleted(string shell)
    {
        var copy = At("a 'b'");
        Assert.True(Run(shell, HostCommands.MakeDirectory(copy)).IsDone);

        Assert.True(Run(shell, HostCommands.Receive(copy + "/file.new"), "bytes").IsDone);
        Assert.True(Run(shell, HostCommands.Move(copy + "/file.new", copy + "/file")).IsDone);

        Assert.Equal("bytes", File.ReadAllText(copy + "/file"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(copy + "/file"));
        Assert.Equal(["file"], Directory.EnumerateFiles(copy).Select(Path.GetFileName));
        Assert.True(Run(shell, HostCommands.DeleteDirectory(copy)).IsDone);
        Assert.False(Directory.Exists(copy));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void Who_lost_the_project_writes_no_line(string shell)
    {
        var path = At("ledger");
        File.WriteAllText(At("busy"), "mine");

        Assert.True(Run(shell, HostCommands.Append(path, At("busy"), "mine"), "one\n").IsDone);
        File.WriteAllText(At("busy"), "another's");
        Assert.Equal(HostCommands.IsOthers, Run(shell, HostCommands.Append(path, At("busy"), "mine"), "two\n").Code);

        Assert.Equal("one\n", File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void One_holds_a_project_until_its_input_ends(string shell)
    {
        var path = At("busy");
        using var first = runner.Hold(In(shell, HostCommands.Hold(path, "1")));
        Assert.Equal(HostCommands.Held, first.ReadLine(Soon));
        first.Feed(HostCommands.Beat);

        using (var second = runner.Hold(In(shell, HostCommands.Hold(path, "2"))))
        {
            Assert.Equal(HostCommands.Busy, second.ReadLine(Soon));
        }

        Assert.Equal("1", Run(shell, HostCommands.Read(path)).Output.TrimEnd());
        first.End();
        using var third = runner.Hold(In(shell, HostCommands.Hold(path, "3")));
        Assert.Equal(HostCommands.Held, third.ReadLine(Soon));
        Assert.Equal("3", Run(shell, HostCommands.Read(path)).Output.TrimEnd());
    }

    [Fact]
    public void A_command_of_the_host_itself_meets_the_same_lock()
    {
        var path = At("busy");
        using LocalHost host = new();
        using (host.TryHold(path))
        {
            using var other = runner.Hold(HostCommands.Hold(path, "1"));
            Assert.Equal(HostCommands.Busy, other.ReadLine(Soon));
        }

        using var held = runner.Hold(HostCommands.Hold(path, "2"));
        Assert.Equal(HostCommands.Held, held.ReadLine(Soon));
        Assert.Null(host.TryHold(path));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void A_command_reads_and_writes_files_of_the_host(string shell)
    {
        File.WriteAllText(At("in"), "it's\n");

        Assert.True(Run(shell, HostCommands.To(At("out"), new CommandLine("printf", ["%s", "$a 'b'"]))).IsDone);
        Assert.Equal("it's\n", Run(shell, HostCommands.From(At("in"), new CommandLine("cat", []))).Output);
        Assert.Equal(7, Run(shell, HostCommands.To(At("out2"), new CommandLine("sh", ["-c", "exit 7"]))).Code);

        Assert.Equal("$a 'b'", File.ReadAllText(At("out")));
        Assert.Equal(
            ["6", Sum("$a 'b'")],
            Run(shell, HostCommands.Sum(At("out"))).Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(2)
        );
    }

    private static string Sum(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string At(string name) => Path.Combine(directory, name);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private ProcessResult Run(string shell, CommandLine line, string input = "")
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(input));
        return runner.Run(In(shell, line), stream);
    }

    private static CommandLine In(string shell, CommandLine line) =>
        shell == "busybox" ? line with { Program = shell, Arguments = ["sh", .. line.Arguments] } : line with { Program = shell };
}
