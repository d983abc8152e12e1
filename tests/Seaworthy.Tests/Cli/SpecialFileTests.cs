using System.Diagnostics;
using System.Text;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Pipes and endless devices where a file is looked for, and names and directories that refuse: nothing hangs, nothing fills the memory, nothing is silent.</summary>
public sealed class SpecialFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Names =
    [
        ".gitmodules",
        ".gitignore",
        ".dockerignore",
        ".env",
        "seaworthy.yaml",
        "compose.yaml",
        ".github/workflows/a.yml",
        "package.json",
        ".git/info/exclude",
        ".git/commondir",
        "sub/.gitignore",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pipe_is_not_waited_for(bool isIndexOne)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such pipes");
        using var scratch = new ScratchRepository().Init().Write("Dockerfile", "FROM alpine\n").Commit();
        foreach (var name in isIndexOne ? [.. Names, ".git/index"] : Names)
        {
            Replace(scratch, name, path => ScratchRepository.Run(scratch.Root, "mkfifo", path));
        }

        Assert.InRange(Run(scratch.Root, "audit").Code, 0, 3);
    }

    [Fact]
    public void A_link_to_an_endless_device_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such device");
        using var scratch = new ScratchRepository().Init().Write("Dockerfile", "FROM alpine\n").Commit();
        foreach (var name in Names)
        {
            Replace(scratch, name, path => File.CreateSymbolicLink(path, "/dev/zero"));
        }

        Assert.InRange(Run(scratch.Root, "audit").Code, 0, 3);
    }

    [Theory]
    [InlineData("--config")]
    [InlineData("--baseline")]
    [InlineData("--import")]
    public void A_file_that_the_command_line_names_is_a_regular_one(string option)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such pipes");
        using var scratch = new ScratchRepository().Write("Dockerfile", "FROM alpine\n").Link("link", "/dev/zero");
        ScratchRepository.Run(scratch.Root, "mkfifo", "pipe");

        foreach (var file in new[] { "pipe", "link", "." })
        {
            var (code, output) = Run(scratch.Root, "audit", option, file);
            Assert.True(
                code == 2 && output.StartsWith($"seaworthy: cannot read '{file}'", StringComparison.Ordinal) || file == "." && code == 2,
                $"{file}: {output}"
            );
        }
    }

    [Fact]
    public void A_directory_that_refuses_makes_3()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "directories refuse otherwise");
        using var scratch = new ScratchRepository().Write(".github/workflows/a.yml", "on: push\n").Write("Dockerfile", "FROM alpine\n");
        var closed = Path.Combine(scratch.Root, ".github/workflows");
        ScratchRepository.Run(scratch.Root, "chmod", "755", ".");
        ScratchRepository.Run(scratch.Root, "chmod", "000", closed);
        try
        {
            var (code, output) = RunUnprivileged(scratch.Root, "audit", ".");
            Assert.Equal(3, code);
            Assert.Contains(".github/workflows: The system refused to list the directory", output, StringComparison.Ordinal);
        }
        finally
        {
            ScratchRepository.Run(scratch.Root, "chmod", "755", closed);
        }
    }

    [Fact]
    public void Names_that_are_no_text_are_read_like_others_on_disk_and_out_of_git()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has such names");
        using var scratch = new ScratchRepository().Init().Write("README.md");
        scratch.Write(
            "write.py",
            """
            import os
            os.makedirs(b'\xffdir/\xe4')
            open(b'\xffdir/\xe4/compose.yaml', 'wb').write(b'services:\n  a:\n    image: b\n    image: c\n')
            open(b'\xffdir/compose.yaml', 'wb').write(b'services:\n  a:\n    image: b\n    image: c\n')
            open(b'\xfedir.yaml', 'wb').write(b'a: 1\na: 2\n')
            """
        );
        ScratchRepository.Run(scratch.Root, "python3", "write.py");
        File.Delete(Path.Combine(scratch.Root, "write.py"));
        scratch.Commit();

        var disk = Run(scratch.Root, "audit", "-f", "json");
        var revision = Run(scratch.Root, "audit", "-f", "json", "--rev", "HEAD");

        Assert.Equal(1, disk.Code);
        Assert.Contains("""\\xffdir/\\xe4/compose.yaml""", disk.Output, StringComparison.Ordinal);
        // A revision is on no branch.
        Assert.Equal(revision.Output, disk.Output.Replace(",\n    \"branch\": \"main\"", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("audit {0}")]
    [InlineData("audit {0} -f json")]
    [InlineData("model {0}")]
    [InlineData("cost {0}")]
    [InlineData("rules --format json")]
    [InlineData("explain files/duplicate-key")]
    [InlineData("--help")]
    public void A_full_or_closed_standard_output_makes_2_and_one_line(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var scratch = new ScratchRepository().Write("compose.yaml", "services:\n  a:\n    image: b\n");
        var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, command, scratch.Root);

        foreach (var redirection in new[] { "> /dev/full", ">&-" })
        {
            var (code, output) = Start(scratch.Root, "sh", "-c", $"exec '{Executable}' {written} {redirection}");
            Assert.True(code == 2, $"{redirection}: {code} {output}");
            Assert.Equal(1, output.Count(letter => letter == '\n'));
            Assert.StartsWith("seaworthy: cannot write to standard output", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_current_directory_that_is_gone_harms_nothing_but_relative_paths()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "it cannot be deleted there");
        using var scratch = new ScratchRepository().Write("compose.yaml", "services:\n  a:\n    image: b\n");
        using ScratchRepository gone = new();

        var whole = Start(
            gone.Root,
            "sh",
            "-c",
            $"rmdir '{gone.Root}'; '{Executable}' audit '{scratch.Root}'; code=$?; mkdir '{gone.Root}'; exit $code"
        );
        var relative = Start(
            gone.Root,
            "sh",
            "-c",
            $"rmdir '{gone.Root}'; '{Executable}' audit .; code=$?; mkdir '{gone.Root}'; exit $code"
        );

        Assert.Equal(0, whole.Code);
        Assert.Equal(2, relative.Code);
        Assert.DoesNotContain("   at ", whole.Output + relative.Output, StringComparison.Ordinal);
    }

    private static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "seaworthy.exe" : "seaworthy");

    private static void Replace(ScratchRepository scratch, string name, Action<string> make)
    {
        var path = Path.Combine(scratch.Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? scratch.Root);
        File.Delete(path);
        make(path);
    }

    private static (int Code, string Output) Run(string directory, params string[] arguments) => Start(directory, Executable, arguments);

    private static (int Code, string Output) RunUnprivileged(string directory, params string[] arguments)
    {
        Assert.SkipWhen(
            Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv"),
            "the test runs as root and there is no setpriv"
        );
        return Environment.IsPrivilegedProcess
            ? Start(directory, "/usr/bin/setpriv", ["--reuid", "65534", "--clear-groups", Executable, .. arguments])
            : Start(directory, Executable, arguments);
    }

    private static (int Code, string Output) Start(string directory, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        StringBuilder output = new();
        process.OutputDataReceived += (_, line) =>
        {
            lock (output)
            {
                output.Append(line.Data is null ? "" : line.Data + "\n");
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (output)
            {
                output.Append(line.Data is null ? "" : line.Data + "\n");
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("it hangs");
        }

        process.WaitForExit();
        return (process.ExitCode, output.ToString());
    }
}
