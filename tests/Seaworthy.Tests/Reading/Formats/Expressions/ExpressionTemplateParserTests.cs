using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Expressions;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Expressions;

public sealed class ExpressionTemplateParserTests
{
    private static ScalarNode Scalar(string yaml) => Assert.IsType<ScalarNode>(YamlParser.Parse(new SourceFile("w.yml", yaml)).Root?["v"]);

    private static ExpressionTemplate Parse(string yaml) => ExpressionTemplateParser.Parse(Scalar(yaml), []);

    private static Expression Condition(string text)
    {
        List<Problem> problems = [];
        var condition = ExpressionTemplateParser.ParseCondition(Scalar($"v: {text}\n"), problems);
        Assert.Empty(problems);
        return condition.Expression;
    }

    [Fact]
    public void A_value_is_cut_into_text_and_expressions()
    {
        var template = Parse("v: app-${{ github.sha }}-${{ matrix.os }}\n");

        Assert.Equal(["app-", "${{ github.sha }}", "-", "${{ matrix.os }}"], template.Parts.Select(part => part.Text));
        Assert.Null(template.Literal);
        Assert.Equal(["github.sha", "matrix.os"], template.References.Select(reference => reference.ToString()));
        Assert.Equal(["github.sha", "matrix.os"], template.References.Select(reference => reference.Span.Text));
    }

    [Fact]
    public void A_value_without_expressions_is_literal()
    {
        Assert.Equal("costs $5 {ok}", Parse("v: costs $5 {ok}\n").Literal);
    }

    [Fact]
    public void Places_hold_inside_a_block_scalar()
    {
        var template = Parse("v: |\n  one\n  echo ${{ secrets.TOKEN }}\n");

        var reference = Assert.Single(template.References);
        Assert.Equal(("secrets.TOKEN", 3, 12), (reference.Span.Text, reference.Span.StartLine, reference.Span.StartColumn));
    }

    [Fact]
    public void Closing_braces_inside_a_string_do_not_close()
    {
        var template = Parse("v: a${{ format('}}{0}', 'it''s') }}b\n");

        Assert.Equal(["a", "${{ format('}}{0}', 'it''s') }}", "b"], template.Parts.Select(part => part.Text));
        var call = Assert.IsType<Expression.Call>(template.Parts[1].Expression);
        Assert.Equal("it's", Assert.IsType<Expression.Text>(call.Arguments[1]).Value);
    }

    [Theory]
    [InlineData("steps['my-step'].outputs.tag", "steps.my-step.outputs.tag", false)]
    [InlineData("github.event.inputs.name", "github.event.inputs.name", false)]
    [InlineData("matrix[inputs.key]", "matrix", true)]
    [InlineData("needs.*.result", "needs", true)]
    [InlineData("github.event.commits[0].message", "github.event.commits", true)]
    public void References_end_where_something_computed_begins(string expression, string path, bool partial)
    {
        var reference = Parse($"v: ${{{{ {expression} }}}}\n").References[^1];

        Assert.Equal((path, partial), (reference.ToString(), reference.IsPartial));
    }

    [Fact]
    public void A_key_that_is_computed_is_a_reference_of_its_own()
    {
        Assert.Equal(
            ["inputs.key", "matrix"],
            Parse("v: ${{ matrix[inputs.key] }}\n").References.Select(reference => reference.ToString())
        );
    }

    [Fact]
    public void Or_binds_weaker_than_and_and_comparison_tightest()
    {
        var or = Assert.IsType<Expression.Binary>(Condition("github.ref == 'a' && true || !false"));

        Assert.Equal("||", or.Operator);
        var and = Assert.IsType<Expression.Binary>(or.Left);
        Assert.Equal("&&", and.Operator);
        Assert.Equal("==", Assert.IsType<Expression.Binary>(and.Left).Operator);
        Assert.IsType<Expression.Not>(or.Right);
    }

    [Theory]
    [InlineData("always()", true)]
    [InlineData("!cancelled() && github.ref == 'x'", true)]
    [InlineData("contains(needs.*.result, 'failure')", false)]
    [InlineData("github.event_name == 'always()'", false)]
    public void Status_functions_are_noticed(string text, bool checks)
    {
        Assert.Equal(checks, ExpressionTemplateParser.ParseCondition(Scalar($"v: \"{text}\"\n"), []).ChecksStatus);
    }

    [Fact]
    public void Text_around_braces_makes_a_condition_a_string()
    {
        var call = Assert.IsType<Expression.Call>(Condition("${{ github.ref }} == 'refs/heads/main'"));

        Assert.Equal("format", call.Function);
    }

    [Theory]
    [InlineData("github.ref == \"main\"", "single quotes", "\"main\"")]
    [InlineData("gihtub.ref", "unrecognized named-value: 'gihtub'", "gihtub")]
    [InlineData("startWith(github.ref, 'x')", "unrecognized function: 'startWith'", "startWith")]
    [InlineData("contains(github.ref)", "does not take 1 arguments", "contains")]
    [InlineData("github.ref = 'x'", "unexpected", "=")]
    [InlineData("contains(['a'], github.ref)", "unexpected '['", "[")]
    [InlineData("(github.ref", "lacks a ')'", "")]
    [InlineData("github.ref ==", "ends too early", "")]
    [InlineData("'open", "unexpected", "'open")]
    public void What_is_no_expression_is_refused_at_its_place(string text, string message, string place)
    {
        List<Problem> problems = [];
        ExpressionTemplateParser.ParseCondition(Scalar($"v: |\n  {text}"), problems);

        var problem = Assert.Single(problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, problem.Span.Text);
    }

    [Fact]
    public void An_expression_that_is_not_closed_is_refused()
    {
        List<Problem> problems = [];
        var template = ExpressionTemplateParser.Parse(Scalar("v: a ${{ github.sha }\n"), problems);

        Assert.Equal("${{", Assert.Single(problems).Span.Text);
        Assert.Equal("a ${{ github.sha }", template.Raw);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("-2.5e2", -250)]
    [InlineData("0xff", 255)]
    [InlineData("0o17", 15)]
    public void Numbers_have_four_forms(string text, double value)
    {
        Assert.Equal(value, Assert.IsType<Expression.Number>(Condition(text)).Value);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        List<Problem> problems = [];
        ExpressionTemplateParser.ParseCondition(Scalar("v: |\n  " + new string('(', 10_000) + "\n"), problems);
        ExpressionTemplateParser.ParseCondition(Scalar("v: |\n  " + string.Concat(Enumerable.Repeat("!", 10_000)) + "\n"), problems);
        ExpressionTemplateParser.ParseCondition(
            Scalar("v: |\n  true" + string.Concat(Enumerable.Repeat(" && true", 2_000)) + "\n"),
            problems
        );
        ExpressionTemplateParser.ParseCondition(Scalar("v: |\n  github" + string.Concat(Enumerable.Repeat(".a", 5_000)) + "\n"), problems);

        Assert.Equal(4, problems.Count(problem => problem.Message.Contains("too deeply", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_endless_expression_is_refused()
    {
        List<Problem> problems = [];
        ExpressionTemplateParser.ParseCondition(Scalar("v: |\n  '" + new string('x', 2_000_000) + "'\n"), problems);

        Assert.Equal(ProblemKind.Limit, Assert.Single(problems).Kind);
    }

    [Fact]
    public void Every_prefix_of_an_expression_reads_without_a_fault_of_ours()
    {
        const string Whole =
            "a ${{ contains(fromJSON('[\"x\"]'), github.ref) && (matrix['a'].b.* != 0x1f || !always()) }} b ${{ format('{0}', 1.5) }}";
        for (var length = 0; length <= Whole.Length; length++)
        {
            List<Problem> problems = [];
            SourceFile file = new("w.yml", Whole[..length]);
            var scalar = new ScalarNode(Whole[..length], IsQuoted: false, new SourceSpan(file, 0, length));
            ExpressionTemplateParser.Parse(scalar, problems);
            ExpressionTemplateParser.ParseCondition(scalar, problems);

            Assert.All(problems, problem => Assert.InRange(problem.Span.End, 0, length));
        }
    }
}
