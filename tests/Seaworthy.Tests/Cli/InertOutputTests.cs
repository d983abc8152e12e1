using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Seaworthy.Cli.Output;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>What a CI server would take for a command when it reads the log of a step.</summary>
public sealed class InertOutputTests
{
    private const string Name = "::stop-commands::x";
    private const string Other = "##vso[task.setvariable variable=a]b";

    private static readonly string[] Formats = ["terminal", "json", "markdown", "html", "sarif", "junit", "github", "gitlab", "csv"];

    [Theory]
    [InlineData("::error::x\n", ": :error::x\n")]
    [InlineData("  \t::error::x", "  \t: :error::x")]
    [InlineData("\u3000\u00a0::error::x", "\u3000\u00a0: :error::x")]
    [InlineData("a\r::error::x", "a\r: :error::x")]
    [InlineData(":::error::x", ": ::error::x")]
    [InlineData("a ::error::x std::string", "a ::error::x std::string")]
    [InlineData(": :", ": :")]
    [InlineData("a ##[error]b", "a # #[error]b")]
    [InlineData("##vso[task]", "# #vso[task]")]
    [InlineData("##TeamCity[x]", "# #TeamCity[x]")]
    [InlineData("###[x] ####vso[y]", "## #[x] ### #vso[y]")]
    [InlineData("## Heading [a](b)", "## Heading [a](b)")]
    [InlineData("${x##prefix} ${y##*/} ##", "${x##prefix} ${y##*/} ##")]
    public void Commands_are_broken_visibly_however_they_are_written(string text, string wanted)
    {
        Assert.Equal(wanted, Written(text, OutputForm.Text, text.Length));
        Assert.Equal(wanted, Written(text, OutputForm.Text, 1));
        Assert.Equal(wanted, Written(text, OutputForm.Text, 3));
    }

    [Fact]
    public void In_forms_for_programs_they_stay_what_they_were()
    {
        Assert.Equal(Other, JsonDocument.Parse(Written($"\"{Other}\"", OutputForm.Json, 2)).RootElement.GetString());
        Assert.Equal($"\n{Name}{Other}", XElement.Parse(Written($"<a>\n{Name}{Other}</a>", OutputForm.Markup, 2)).Value);
        Assert.DoesNotContain("##", Written(Other, OutputForm.Json, 2) + Written(Other, OutputForm.Markup, 2), StringComparison.Ordinal);
        Assert.Equal("::error::# #[x]", Written("::error::##[x]", OutputForm.Commands, 2));
    }

    [Fact]
    public void No_command_of_the_tree_reaches_a_log()
    {
        using ScratchRepository scratch = new();
        foreach (var name in (string[])[Name, Other, "##[add-matcher]x", "##teamcity[x]"])
        {
            scratch.Write(
                $"{name}/compose.yaml",
                $"services:\n  \"{name}\":\n    image: b\n    image: c\n    environment: {{A: \"{name}\"}}\n"
            );
        }

        string[][] commands =
        [
            .. Formats.Select(format => (string[])["audit", "--format", format]),
            ["audit", "--verbose"],
            ["cost"],
            ["cost", "-f", "markdown"],
            ["cost", "-f", "json"],
            ["matrix"],
            ["matrix", "-f", "csv"],
            ["model"],
            ["model", "--mermaid"],
            ["model", "--dot"],
            ["model", "service", "absent"],
            ["model", "env", "A"],
            ["audit", "--show", Other],
            ["audit", Name],
            ["cost", "--target", Other],
        ];
        Assert.All(
            commands,
            command =>
            {
                var (_, output, error) = Program.Run(scratch.Root, command);
                var isOurs = command.Contains("github");
                Assert.DoesNotContain(
                    (output + "\n" + error).Split('\n', '\r'),
                    line =>
                        System.Text.RegularExpressions.Regex.IsMatch(line, @"##[A-Za-z]*\[")
                        || (!isOurs && line.TrimStart().StartsWith("::", StringComparison.Ordinal))
                );
            }
        );
    }

    [Fact]
    public void A_report_takes_the_place_of_another_whole_and_a_device_is_written_to()
    {
        using var scratch = new ScratchRepository().Write("tree/compose.yaml", "services: {}\n").Write("old.json", "old");
        var old = Path.Combine(scratch.Root, "old.json");

        Assert.Throws<IOException>(() =>
            WholeFile.Write(
                old,
                stream =>
                {
                    stream.Write("half"u8);
                    throw new IOException("the disk is full");
                }
            )
        );
        Assert.Equal("old", File.ReadAllText(old));
        Assert.Equal(["old.json"], Directory.GetFiles(scratch.Root).Select(Path.GetFileName));
        WholeFile.Write(old, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(old));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(0, Program.Run(scratch.Root, "audit", "tree", "-f", "json", "-o", "/dev/null").Code);
            Assert.Contains(
                "seaworthy",
                Program.Run(scratch.Root, "audit", "tree", "-f", "json", "-o", "/dev/stdout").Output,
                StringComparison.Ordinal
            );
        }
    }

    private static string Written(string text, OutputForm form, int at)
    {
        using MemoryStream inner = new();
        using (InertStream stream = new(inner, form))
        {
            foreach (var part in Encoding.UTF8.GetBytes(text).Chunk(at))
            {
                stream.Write(part);
            }
        }

        return Encoding.UTF8.GetString(inner.ToArray());
    }
}
