using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class SourceSpanTests
{
    private static readonly SourceFile File = new("a/b.txt", "one\ntwo\r\n\nfour");

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 1, 4)]
    [InlineData(4, 2, 1)]
    [InlineData(9, 3, 1)]
    [InlineData(10, 4, 1)]
    [InlineData(99, 4, 5)]
    public void Offsets_become_lines_and_columns(int offset, int line, int column)
    {
        Assert.Equal((line, column), (File.Lines.LineAt(offset), File.Lines.ColumnAt(offset)));
    }

    [Fact]
    public void A_span_quotes_its_first_line_without_the_break()
    {
        Assert.Equal("two", new SourceSpan(File, 5, 1).Line);
    }

    [Fact]
    public void A_message_quotes_the_line_or_the_place_itself()
    {
        SourceFile script = new("a.sh", "set -e\n  npm ci  && npm test\n");
        SourceSpan place = new(script, 8, 8);

        Assert.Equal("`npm ci  && npm test` `npm ci`", $"`{place.Quote}` `{place.Written}`");
    }

    [Fact]
    public void A_place_tells_where_a_name_stands_in_it_and_not_behind_it()
    {
        SourceSpan place = new(File, 4, 3);

        Assert.Equal(new SourceSpan(File, 5, 2), place.PlaceOf("wo"));
        Assert.Null(place.PlaceOf("four"));
        Assert.True(place.Mentions("two"));
        Assert.False(place.Mentions("four"));
    }

    [Fact]
    public void Mapped_text_leads_back_to_the_file()
    {
        // As a block scalar: every line of the text loses its two blanks of indentation.
        SourceFile yaml = new("w.yaml", "run: |\n  cd api\n  npm test\n");
        MappedText text = new("cd api\nnpm test\n", yaml, [new(0, 9), new(7, 18)]);

        var span = text.Span(text.Text.IndexOf("npm", StringComparison.Ordinal), 3);

        Assert.Equal(("npm", 3, 3), (span.Text, span.StartLine, span.StartColumn));
    }
}
