using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Expressions;
using Seaworthy.Reading.Formats.Tree;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Workflows.Evaluation;

public sealed class ExpressionEvaluatorTests
{
    private static ExpressionValue Evaluate(string text)
    {
        SourceFile file = new("w.yml", text);
        List<Problem> problems = [];
        var condition = ExpressionTemplateParser.ParseCondition(
            new ScalarNode(text, IsQuoted: false, new SourceSpan(file, 0, text.Length)),
            problems
        );
        Assert.Empty(problems);
        return new ExpressionEvaluator(Lookup, _ => ExpressionValue.Open).Evaluate(condition.Expression);
    }

    private static ExpressionValue Lookup(IReadOnlyList<string> path) =>
        string.Join('.', path) switch
        {
            "env.NAME" => new ExpressionValue.Text("Api"),
            "github.ref" => new ExpressionValue.Unknown("refs/heads/"),
            _ => ExpressionValue.Open,
        };

    [Theory]
    [InlineData("env.NAME == 'api'", true)]
    [InlineData("'1' == 1", true)]
    [InlineData("null == ''", true)]
    [InlineData("true == 1", true)]
    [InlineData("'x' == 0", false)]
    [InlineData("2 > 1 && 'b' > 'a'", true)]
    [InlineData("!(false || '')", true)]
    [InlineData("contains('Hello', 'ELL') && startsWith('Hello', 'he') && endsWith('Hello', 'LO')", true)]
    [InlineData("contains(fromJSON('[\"a\", \"b\"]'), 'B')", true)]
    [InlineData("contains(fromJSON('[\"a\"]'), 'b')", false)]
    [InlineData("format('{0}-{1}', env.NAME, 2) == 'api-2'", true)]
    [InlineData("env['NAME'] == 'api'", true)]
    [InlineData("vars.X == 'y'", null)]
    [InlineData("vars.X == 'y' && false", false)]
    [InlineData("vars.X == 'y' || true", true)]
    [InlineData("!vars.X", null)]
    [InlineData("startsWith(github.ref, 'refs/')", true)]
    [InlineData("startsWith(github.ref, 'refs/tags/')", false)]
    [InlineData("startsWith(github.ref, 'refs/heads/v')", null)]
    [InlineData("github.ref == 'refs/tags/v1'", false)]
    [InlineData("github.ref == 'refs/heads/main'", null)]
    [InlineData("contains(github.ref, 'heads')", true)]
    [InlineData("contains(github.ref, 'main')", null)]
    public void What_is_known_decides_and_the_rest_stays_open(string text, bool? truth)
    {
        Assert.Equal(truth, Evaluate(text).Truth);
    }

    [Theory]
    [InlineData("env.NAME || 'x'", "Api")]
    [InlineData("'' || 'x'", "x")]
    [InlineData("env.NAME && 'x'", "x")]
    [InlineData("github.event_name == 'a' && 'x' || 'y'", null)]
    [InlineData("1.50", "1.5")]
    [InlineData("false", "false")]
    public void Operators_yield_an_operand(string text, string? value)
    {
        Assert.Equal(value, Evaluate(text).AsText);
    }

    [Fact]
    public void Nested_formats_do_not_grow_without_end()
    {
        var text = "'x'";
        for (var level = 0; level < 40; level++)
        {
            text = $"format('{{0}}{{0}}{{0}}{{0}}', {text})";
        }

        Assert.Null(Evaluate(text).AsText);
    }

    [Theory]
    [InlineData("ghcr.io/${{ env.IMAGE }}:${{ matrix.tag }}", "ghcr.io/acme/api:22")]
    [InlineData("plain", "plain")]
    [InlineData("${{ env.IMAGE }}:${{ github.sha }}", null)]
    [InlineData("${{ env.NONE || 'x' }}", null)]
    public void Templates_are_filled_with_what_is_known(string text, string? filled)
    {
        SourceFile file = new("w.yml", text);
        var template = ExpressionTemplateParser.Parse(new ScalarNode(text, IsQuoted: false, new SourceSpan(file, 0, text.Length)), []);

        Assert.Equal(
            filled,
            template.Resolve(reference =>
                reference.ToString() switch
                {
                    "env.IMAGE" => "acme/api",
                    "matrix.tag" => "22",
                    _ => null,
                }
            )
        );
    }
}
