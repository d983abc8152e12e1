using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Xml;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Xml;

public sealed class XmlParserTests
{
    private const string Valid =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE x SYSTEM \"http://x/y.dtd\">\n<Project Sdk='Web'>\n  <PropertyGroup>\n    <TargetFramework> net8.0 </TargetFramework><!-- c -->\n  </PropertyGroup>\n  <ItemGroup><PackageReference Include=\"A&amp;B\" Version = \"1.0\" /></ItemGroup>\n</Project>\n";

    private static XmlFile Parse(string text) => XmlParser.Parse(new SourceFile("a.csproj", text));

    [Fact]
    public void Elements_attributes_and_text_have_their_places()
    {
        var root = Parse(Valid).Root;

        var framework = root?.Element("PropertyGroup")?.Element("TargetFramework");
        Assert.Equal(
            ("net8.0", "net8.0", 5, 23),
            (framework?.Text?.Value, framework?.Text?.Span.Text, framework?.Text?.Span.StartLine, framework?.Text?.Span.StartColumn)
        );
        Assert.Equal("<TargetFramework> net8.0 </TargetFramework>", framework?.Span.Text);
        var reference = Assert.Single(Assert.IsType<XmlElement>(root).Descendants("PackageReference"));
        Assert.Equal(
            ("A&B", "A&amp;B", "1.0"),
            (reference.Attribute("include")?.Value, reference.Attribute("Include")?.Span.Text, reference.Attribute("Version")?.Span.Text)
        );
        Assert.Equal("<PackageReference Include=\"A&amp;B\" Version = \"1.0\" />", reference.Span.Text);
        Assert.Equal("Web", root?.Attribute("Sdk")?.Span.Text);
    }

    [Fact]
    public void A_fault_keeps_what_stands_before_it()
    {
        var read = Parse("<a>\n<b>1</b>\n<c></d>\n</a>");

        Assert.Equal((ProblemKind.Syntax, 3), (Assert.Single(read.Problems).Kind, read.Problems[0].Span.StartLine));
        Assert.Equal("1", read.Root?.Element("b")?.Text?.Value);
    }

    [Fact]
    public void Entities_of_a_document_type_are_never_expanded()
    {
        var read = Parse("<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z SYSTEM \"file:///etc/passwd\">]><a>&x;&z;</a>");

        Assert.Equal(ProblemKind.Syntax, Assert.Single(read.Problems).Kind);
        Assert.Null(read.Root?.Text);
    }

    [Fact]
    public void A_byte_order_mark_does_not_move_places()
    {
        Assert.Equal("1", Parse("\uFEFF<a><b>1</b></a>").Root?.Element("b")?.Text?.Span.Text);
    }

    [Fact]
    public void A_file_cut_anywhere_is_read_with_every_place_inside_it()
    {
        for (var length = 0; length <= Valid.Length; length++)
        {
            Check(Parse(Valid[..length]));
            Check(Parse(Valid[length..]));
        }
    }

    [Fact]
    public void Deep_nesting_is_stopped()
    {
        Assert.Contains(Parse(string.Concat(Enumerable.Repeat("<a>", 100_000))).Problems, problem => problem.Kind == ProblemKind.Limit);
    }

    private static void Check(XmlFile read)
    {
        foreach (var problem in read.Problems)
        {
            Inside(problem.Span);
        }

        if (read.Root is { } root)
        {
            Inside(root);
        }
    }

    private static void Inside(XmlElement element)
    {
        Inside(element.Span);
        Inside(element.NameSpan);
        foreach (var attribute in element.Attributes)
        {
            Inside(attribute.Value.Span);
        }

        foreach (var child in element.Elements)
        {
            Inside(child);
        }

        if (element.Text is { } text)
        {
            Inside(text.Span);
        }
    }

    private static void Inside(SourceSpan span) => Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= span.File.Text.Length);
}
