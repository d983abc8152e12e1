using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class MarkdownCommentTests
{
    [Fact]
    public void The_answer_and_what_blocks_stand_open_and_the_rest_is_folded()
    {
        var text = Write(
            new MemoryFile("compose.yaml", "services:\n  api:\n    image: a\n  api:\n    image: b\n"),
            new MemoryFile("Dockerfile", "FROM node:18.20.0\nCMD [\"node\", \"-v\"]\n")
        );

        var folded = text.IndexOf("<details>", StringComparison.Ordinal);
        Assert.InRange(folded, 1, text.Length);
        Assert.All(
            [
                "## Seaworthy: No score",
                "- compose.yaml: breaks",
                "### What blocks the next deployment (1)",
                "`compose.yaml:4`",
                "Change: ",
                "Check: `",
            ],
            part => Assert.Contains(part, text[..folded], StringComparison.Ordinal)
        );
        Assert.Contains("`containers/end-of-life-image`", text[folded..], StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_never_longer_than_a_comment_may_be_and_says_how_much_is_left_out()
    {
        var services = string.Concat(
            Enumerable
                .Range(0, 600)
                .Select(number =>
                    $"  service-{number}:\n    image: example/image-{number}:1.0\n    ports: [\"80:80\"]\n    depends_on: [absent-{number}]\n"
                )
        );
        var text = Write(new MemoryFile("compose.yaml", $"services:\n{services}"));

        Assert.InRange(text.Length, 30_000, MarkdownComment.Longest);
        Assert.Contains(" more ", text, StringComparison.Ordinal);
        Assert.Equal(text.Split("<details>").Length, text.Split("</details>").Length);
    }

    [Fact]
    public void Nothing_that_is_quoted_is_markup()
    {
        using StringWriter output = new();
        MarkdownComment.Write(ReportSample.Report, output);

        Assert.DoesNotContain("<b>", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output.ToString());
    }

    private static string Write(params MemoryFile[] files)
    {
        using MemoryRepository repository = new(files);
        using StringWriter output = new();
        MarkdownComment.Write(Audit.Run(repository), output);
        return output.ToString();
    }
}
