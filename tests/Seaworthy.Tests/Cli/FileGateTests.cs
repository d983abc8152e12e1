using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>The exit code of an audit of one file is about that file.</summary>
public sealed class FileGateTests : IDisposable
{
    private readonly ScratchRepository scratch = new ScratchRepository()
        .Write("compose.yaml", "services:\n  web:\n    image: nginx:1.29\n    depends_on: [db]\n")
        .Write("README.md", "# Shop\n\n    docker compose up\n")
        .Init()
        .Commit();

    [Fact]
    public void What_blocks_elsewhere_is_no_fault_of_the_file()
    {
        Assert.Equal(1, Program.Run(scratch.Root, ["audit"]).Code);
        Assert.Equal(1, Program.Run(scratch.Root, ["audit", "compose.yaml", "--quiet"]).Code);
        Assert.Equal((0, ""), Quiet("README.md"));
    }

    [Fact]
    public void Show_chooses_what_is_printed_alone() => Assert.Equal(1, Program.Run(scratch.Root, ["audit", "--show", "README.md"]).Code);

    [Fact]
    public void An_ending_of_no_format_is_refused()
    {
        var (code, _, error) = Program.Run(scratch.Root, ["audit", "-o", "report.pdf"]);

        Assert.Equal(2, code);
        Assert.StartsWith("seaworthy: The ending of 'report.pdf' is of no format", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(scratch.Root, "report.pdf")));
    }

    public void Dispose() => scratch.Dispose();

    private (int Code, string Output) Quiet(string path)
    {
        var (code, output, _) = Program.Run(scratch.Root, ["audit", path, "--quiet"]);
        return (code, output);
    }
}
