using System.Text.Json;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>An audit that could not read everything says so by its exit code, and completes the rest.</summary>
public sealed class IncompleteAuditTests
{
    private const string Broken = "services:\n  api:\n    image: example/api:1.4.2\n  api:\n    image: example/api:1.4.3\n";

    [Fact]
    public void A_file_that_the_system_refuses_makes_3_and_the_rest_is_judged()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "whoever runs this may read every file");
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Broken).Write("Dockerfile", "FROM alpine\n").Commit();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(scratch.Root, "Dockerfile"), UnixFileMode.None);
        }

        AssertIncomplete(scratch, "Dockerfile", "audit");
    }

    [Fact]
    public void A_file_that_git_has_lost_makes_3_and_the_rest_is_judged()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Broken).Write("Dockerfile", "FROM alpine\n").Commit();
        var lost = scratch.Git("rev-parse", "HEAD:Dockerfile").Trim();
        File.Delete(Path.Combine(scratch.Root, ".git", "objects", lost[..2], lost[2..]));

        AssertIncomplete(scratch, "Dockerfile", "audit", "--rev", "HEAD");
    }

    [Fact]
    public void A_file_above_the_limit_is_told_and_changes_no_exit_code()
    {
        using var scratch = new ScratchRepository()
            .Write("compose.yaml", "services:\n  api:\n    image: example/api:1.4.2\n")
            .Write("data.yaml", new string('#', 5_100_000));

        var (code, output, _) = Program.Run(scratch.Root, "audit", "--format", "json");

        Assert.Equal(0, code);
        var diagnostic = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("data.yaml", diagnostic.GetProperty("path").GetString());
        Assert.False(diagnostic.GetProperty("incomplete").GetBoolean());
    }

    private static void AssertIncomplete(ScratchRepository scratch, string path, params string[] arguments)
    {
        var (code, output, _) = Program.Run(scratch.Root, [.. arguments, "--format", "json"]);

        Assert.Equal(3, code);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.True(report.GetProperty("summary").GetProperty("incomplete").GetBoolean());
        var diagnostic = Assert.Single(report.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(path, diagnostic.GetProperty("path").GetString());
        Assert.True(diagnostic.GetProperty("incomplete").GetBoolean());
        Assert.Contains("files/duplicate-key", output, StringComparison.Ordinal);

        var (terminalCode, terminal, _) = Program.Run(scratch.Root, arguments);
        Assert.Equal(3, terminalCode);
        Assert.Contains(path, terminal, StringComparison.Ordinal);
        Assert.Equal(3, Program.Run(scratch.Root, [.. arguments, "--fail-on", "never"]).Code);
    }
}
