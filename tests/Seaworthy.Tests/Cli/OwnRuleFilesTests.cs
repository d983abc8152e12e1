using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>A file of own rules that cannot be read would judge nothing: that is a fault of the configuration.</summary>
public sealed class OwnRuleFilesTests
{
    [Theory]
    [InlineData("empty", "It is empty.")]
    [InlineData("binary", "The content is binary.")]
    [InlineData("large", "The file has 5.1 MB; up to 5 MB are read.")]
    [InlineData("dangling", "The link leads to no file of the repository.")]
    [InlineData("outside", "The link leads to no file of the repository.")]
    public void Rules_that_cannot_be_read_end_with_2(string kind, string reason)
    {
        using var scratch = new ScratchRepository().Write("seaworthy.yaml", "gate: never\ncustom: [p.yaml]\n");
        switch (kind)
        {
            case "dangling":
                scratch.Link("p.yaml", "absent.yaml");
                break;
            case "outside":
                scratch.Link("p.yaml", "/etc/hosts");
                break;
            default:
                scratch.Write(
                    "p.yaml",
                    kind switch
                    {
                        "empty" => " \n",
                        "binary" => "\0rules: []\n",
                        _ => "rules: []\n" + new string('#', 5_100_000),
                    }
                );
                break;
        }

        var (code, output, error) = Program.Run(scratch.Root, "audit");

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(
            $"seaworthy: seaworthy.yaml:2:10: the rules of 'p.yaml' cannot be read: {reason}",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_rules_that_are_all_comments_ends_with_2()
    {
        using var scratch = new ScratchRepository()
            .Write("seaworthy.yaml", "custom: [p.yaml]\n")
            .Write("p.yaml", "# rules:\n#   - id: a\n");

        var (code, _, error) = Program.Run(scratch.Root, "audit");

        Assert.Equal(2, code);
        Assert.Contains("'p.yaml' holds no rule", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_names_more_files_than_are_read_is_a_fault()
    {
        using var scratch = new ScratchRepository().Write("seaworthy.yaml", "custom: [\"p/*.yaml\"]\n");
        for (var number = 0; number <= 100; number++)
        {
            scratch.Write($"p/{number}.yaml", "rules: []\n");
        }

        var (code, _, error) = Program.Run(scratch.Root, "audit");

        Assert.Equal(2, code);
        Assert.Contains("'p/*.yaml' names more than 100 files", error, StringComparison.Ordinal);
    }
}
