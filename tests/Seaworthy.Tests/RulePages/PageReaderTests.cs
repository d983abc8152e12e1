using Seaworthy.Model.Source;
using Xunit;
using Xunit.Sdk;

namespace Seaworthy.Tests.RulePages;

public sealed class PageReaderTests
{
    private const string Page = """
        # Title

        ## What it finds

        ```yaml
        not: an example file
        ```

        ## Example

        ```yaml file=compose.yaml
        services: ⟵ related
          api: ⟵ finding
        ```

        ```sh file=run.sh mode=exec eol=crlf
        echo ⟵ unknown ⟵ related
        ```

        ```text file=.env ignored
        A=1
        ```

        ### With a target

        ````text file=b.txt
        ``` ⟵ finding
        ````

        ## Instead

        ```text file=c.txt
        c
        ```

        ## What it does not judge

        ### Not reported: nothing (not applicable)

        ```text file=d.txt link=c.txt
        ```
        """;

    [Fact]
    public void Each_heading_with_files_is_a_repository_of_its_own()
    {
        var (headings, sections) = PageReader.Read(Page);

        Assert.Equal(["What it finds", "Example", "Instead", "What it does not judge"], headings);
        Assert.Equal(
            ["Example", "With a target", "Instead", "Not reported: nothing (not applicable)"],
            sections.Select(section => section.Heading)
        );
        Assert.Equal([true, true, false, false], sections.Select(section => section.IsExample));
        Assert.Equal([false, false, true, true], sections.Select(section => section.IsNotReported));
        Assert.Equal([false, false, false, true], sections.Select(section => section.IsNotApplicable));
    }

    [Fact]
    public void Markers_leave_the_text_and_keep_their_line()
    {
        var example = PageReader.Read(Page).Sections[0];

        Assert.Equal("services:\n  api:\n", example.Files[0].Text);
        Assert.Equal("echo\r\n", example.Files[1].Text);
        Assert.Equal(
            [
                new("compose.yaml", 1, "related"),
                new("compose.yaml", 2, "finding"),
                new("run.sh", 1, "unknown"),
                new("run.sh", 1, "related"),
            ],
            example.Marks
        );
    }

    [Fact]
    public void The_words_behind_the_path_say_what_git_and_the_disk_know_of_the_file()
    {
        var sections = PageReader.Read(Page).Sections;

        Assert.True(sections[0].Files[1].IsExecutable);
        Assert.Equal(FileStatus.Ignored, sections[0].Files[2].Status);
        Assert.Equal("c.txt", sections[3].Files[0].LinkTarget);
    }

    [Theory]
    [InlineData("## Example\n\n```text file=a\nx ⟵ findin\n```\n")]
    [InlineData("## Example\n\n```text file=a\nx\n")]
    [InlineData("## Example\n\n```text file=a\n```\n```text file=a\n```\n")]
    public void A_mistake_on_the_page_is_no_silent_pass(string page)
    {
        Assert.ThrowsAny<XunitException>(() => PageReader.Read(page));
    }
}
