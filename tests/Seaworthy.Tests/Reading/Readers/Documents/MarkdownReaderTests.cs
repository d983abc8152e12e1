using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Documents;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Documents;

public sealed class MarkdownReaderTests
{
    [Theory]
    [InlineData("README.md", true)]
    [InlineData("docs/deployment/secrets.md", true)]
    [InlineData("CHANGELOG.md", false)]
    [InlineData("notes.txt", false)]
    public void Pages_are_read_and_histories_are_not(string path, bool expected) =>
        Assert.Equal(expected, new MarkdownReader().Accepts(path));

    [Fact]
    public void Commands_of_shell_blocks_have_their_places()
    {
        var page = Read("# Start\n\n```bash\ncd deploy\ndocker compose up -d\n```\n\n```yaml\nservices: {}\n```\n");

        Assert.Equal(["cd deploy", "docker compose up -d"], page.Commands.Select(command => command.Span.Text));
        Assert.Equal(5, page.Commands[1].Span.StartLine);
    }

    [Fact]
    public void Variables_are_found_in_prose_tables_and_blocks()
    {
        var page = Read("| `SMTP_HOST` | the mail server |\n\n```\nDB_PASSWORD=secret\n```\nSee NOTE and snake_case.\n");

        Assert.Equal(["DB_PASSWORD", "SMTP_HOST"], page.Variables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_are_to_be_placed_where_the_line_says_so()
    {
        var page = Read("Download it and place it at `./ratings.csv`.\nThe tree has data/other.csv.\nAdd a target in prometheus.yml.\n");

        Assert.Equal("./ratings.csv", Assert.Single(page.FilesToPlace).Value);
    }

    [Fact]
    public void A_text_that_ends_anywhere_is_read()
    {
        const string Text = "~~~sh\ncat <<EOF\n~~~\n````\n```\nput `a.b`";
        for (var end = 0; end <= Text.Length; end++)
        {
            Assert.NotNull(Read(Text[..end]));
        }
    }

    private static Document Read(string text) =>
        Assert.IsType<Document>(new MarkdownReader().Read(new FileSyntax(new SourceFile("README.md", text))));
}
