using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Hcl;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Hcl;

/// <summary>HCL as the specification writes it, and as people break it.</summary>
public sealed class HclParserTests
{
    [Fact]
    public void Blocks_have_labels_and_bodies()
    {
        var file = Parse("resource \"aws_lb\" \"main\" {\n  name = \"a\" # why\n  tags { x = 1 }\n}\n");

        var block = Assert.Single(file.Body.Blocks);
        Assert.Equal(["aws_lb", "main"], block.Labels.Select(label => label.Value));
        Assert.Equal("a", Assert.IsType<HclExpression.Literal>(block.Body["name"]?.Value).Text);
        Assert.Equal("tags", Assert.Single(block.Body.Blocks).Type.Value);
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("a = b.c[0].d")]
    [InlineData("a = b[*].id")]
    [InlineData("a = b.*.id")]
    [InlineData("a = x == 1 && !y || z >= -2 ? [1, 2,] : {}")]
    [InlineData("a = [for k, v in m : \"${k}=${v}\" if v != null]")]
    [InlineData("a = { for k, v in m : k => v... }")]
    [InlineData("a = {\n  b = 1\n  \"c\" : 2,\n  (d) = 3\n}")]
    [InlineData("a = f(x, y...)")]
    [InlineData("a = f(\n  x,\n)")]
    [InlineData("a = <<-EOT\n  one ${two}\n  EOT\nb = 1")]
    [InlineData("a = \"%{ if x }y%{ endif }$${z}\"")]
    [InlineData("a = 1.5e3 // rest")]
    [InlineData("/* a */ b = (1 +\n 2) * 3")]
    [InlineData("a = provider::x::f(1)")]
    [InlineData("a = b\n  c = d ? e : f.g[\"h\"]")]
    [InlineData("a = [\n  x.y\n    .z,\n]")]
    public void What_the_specification_allows_is_no_problem(string text) => Assert.Empty(Parse(text).Problems);

    [Theory]
    [InlineData("a = ")]
    [InlineData("a {")]
    [InlineData("a = \"x")]
    [InlineData("a = [1")]
    [InlineData("a = <<E\nx")]
    [InlineData("}")]
    [InlineData("a = 1 b = 2")]
    [InlineData("<<<<<<< HEAD")]
    public void What_it_forbids_is_told(string text) => Assert.NotEmpty(Parse(text).Problems);

    [Fact]
    public void A_line_that_is_not_understood_costs_that_line_only()
    {
        var body = Parse("a = 1\n???\nb = 2\n").Body;

        Assert.Equal(["a", "b"], body.Attributes.Select(attribute => attribute.Name.Value));
    }

    [Fact]
    public void Holes_of_texts_are_expressions_with_places()
    {
        var template = Assert.IsType<HclExpression.Template>(Parse("a = \"x-${var.name}:1\"").Body["a"]?.Value);

        Assert.Equal(["var", "name"], template.Pieces[1].Path);
        Assert.Equal("var.name", template.Pieces[1].Span.Text);
    }

    private static HclFile Parse(string text) => HclParser.Parse(new SourceFile("main.tf", text));
}
