using System.Diagnostics;
using System.Net;
using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Colours, on a real terminal and in a pipe.</summary>
public sealed class ColorTests
{
    private const string Escape = "\u001b[";
    private static readonly string[] Variables = ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "COLORTERM"];

    [Theory]
    [InlineData(false, false, "")]
    [InlineData(true, false, "--color always")]
    [InlineData(true, false, "--color ALWAYS")]
    [InlineData(true, false, "", "FORCE_COLOR=1")]
    [InlineData(true, false, "", "CLICOLOR_FORCE=1")]
    [InlineData(false, false, "", "FORCE_COLOR=0")]
    [InlineData(false, false, "", "FORCE_COLOR=1", "NO_COLOR=1")]
    [InlineData(false, false, "--color never", "FORCE_COLOR=1")]
    [InlineData(true, false, "--color always", "NO_COLOR=1")]
    [InlineData(true, true, "")]
    [InlineData(false, true, "--color never")]
    [InlineData(false, true, "", "NO_COLOR=1")]
    [InlineData(false, true, "", "TERM=dumb")]
    [InlineData(true, true, "--color=always", "TERM=dumb")]
    public void Colours_are_where_they_are_wanted(bool wanted, bool isTerminal, string options, params string[] environment)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose());

        var output = Run(scratch.Root, isTerminal, options, environment);

        Assert.Contains("duplicate-key", output, StringComparison.Ordinal);
        Assert.Equal(wanted, output.Contains(Escape, StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_is_a_link_to_the_file_on_a_terminal_alone()
    {
        using var scratch = new ScratchRepository().Write("a ]8;b/compose.yaml", Audited.Compose());

        var terminal = Run(scratch.Root, isTerminal: true, "", []);
        var pipe = Run(scratch.Root, isTerminal: false, "--color always", []);

        Assert.Contains($";file://{Dns.GetHostName()}{scratch.Root}/a%20%5D8%3Bb/compose.yaml\u001b\\", terminal, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b]8", pipe, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_is_left_as_it_was()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose());

        var output = Run(scratch.Root, isTerminal: true, "", []);

        Assert.DoesNotContain("\u001b[?1h", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b=", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_never_coloured()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose());

        Program.Run(scratch.Root, "--color", "always", "-o", "report.txt");

        Assert.DoesNotContain(Escape, File.ReadAllText(Path.Combine(scratch.Root, "report.txt")), StringComparison.Ordinal);
    }

    private static string Run(string directory, bool isTerminal, string options, string[] environment)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "there is no 'script' on this machine");
        var program = Path.Combine(AppContext.BaseDirectory, "seaworthy");
        ProcessStartInfo start = isTerminal
            ? new("/usr/bin/script", ["-qec", $"'{program}' {options}", "/dev/null"])
            : new("/bin/sh", ["-c", $"'{program}' {options}"]);
        start.WorkingDirectory = directory;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        foreach (var name in Variables)
        {
            start.Environment.Remove(name);
        }

        start.Environment["TERM"] = "xterm-256color";
        foreach (var pair in environment)
        {
            start.Environment[pair.Split('=')[0]] = pair.Split('=')[1];
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("sh");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
