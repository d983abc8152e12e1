using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Expressions;

/// <summary>Reads one expression by recursive descent. The first fault ends it, as GitHub refuses the whole expression.</summary>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions".</remarks>
internal sealed class ExpressionParser
{
    // GitHub's own limit is 50.
    private const int MaximumDepth = 100;

    // GitHub's own limit.
    private const int MaximumLength = 21_000;

    // From the loosest to the tightest.
    private static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["==", "!="],
        ["<", "<=", ">", ">="],
    ];

    private readonly MappedText text;
    private readonly List<ExpressionToken> tokens;
    private int at;
    private int depth;
    private Problem? problem;

    private ExpressionParser(MappedText text, int start, int end)
    {
        this.text = text;
        tokens = ExpressionLexer.Read(text.Text, start, end);
    }

    /// <summary>Reads the expression that fills the text from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static ParsedExpression Parse(MappedText text, int start, int end)
    {
        if (end - start > MaximumLength)
        {
            var span = text.Span(start, end - start);
            return new ParsedExpression(
                new Expression.Invalid(span),
                new Problem(ProblemKind.Limit, "The expression is longer than GitHub allows.", span)
            );
        }

        ExpressionParser parser = new(text, start, end);
        var expression = parser.Operation(0);
        if (parser.problem is null && parser.Current.Kind != ExpressionTokenKind.End)
        {
            parser.Fail(parser.Unexpected(parser.Current));
        }

        return parser.problem is null
            ? new ParsedExpression(expression, null)
            : new ParsedExpression(new Expression.Invalid(text.Span(start, end - start)), parser.problem);
    }

    private ExpressionToken Current => tokens[at];

    private Expression Operation(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Operation(level + 1);
        var operands = 0;
        while (problem is null && Current.Kind == ExpressionTokenKind.Symbol && Levels[level].Contains(Current.Value))
        {
            // A chain of operators nests to the left: as deep a tree as brackets make.
            if (++operands + depth > MaximumDepth)
            {
                return Fail("the expression is nested too deeply");
            }

            var symbol = Take().Value;
            var right = Operation(level + 1);
            left = new Expression.Binary(symbol, left, right, left.Span.To(right.Span));
        }

        return left;
    }

    private Expression Unary()
    {
        if (depth >= MaximumDepth)
        {
            return Fail("the expression is nested too deeply");
        }

        depth++;
        Expression result;
        if (Is("!"))
        {
            var start = Span(Take());
            var operand = Unary();
            result = new Expression.Not(operand, start.To(operand.Span));
        }
        else
        {
            result = Suffixes(Primary());
        }

        depth--;
        return result;
    }

    private Expression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case ExpressionTokenKind.Text:
                return new Expression.Text(token.Value, Span(Take()));
            case ExpressionTokenKind.Number:
                Take();
                return ExpressionNumber.Parse(token.Value) is { } number
                    ? new Expression.Number(number, Span(token))
                    : Fail(Unexpected(token));
            case ExpressionTokenKind.Name:
                return Name(Take());
            case ExpressionTokenKind.Symbol when token.Value == "(":
                Take();
                var inner = Operation(0);
                Expect(")");
                return inner;
            case ExpressionTokenKind.End:
                return Fail(at == 0 ? "the expression is empty" : "the expression ends too early");
            default:
                return Fail(Unexpected(token));
        }
    }

    private Expression Name(ExpressionToken token)
    {
        if (Is("("))
        {
            return Call(token);
        }

        switch (token.Value)
        {
            case "true" or "false":
                return new Expression.Boolean(token.Value == "true", Span(token));
            case "null":
                return new Expression.Null(Span(token));
            case "NaN":
                return new Expression.Number(double.NaN, Span(token));
            case "Infinity":
                return new Expression.Number(double.PositiveInfinity, Span(token));
        }

        return ExpressionVocabulary.IsContext(token.Value)
            ? new Expression.Context(token.Value, Span(token))
            : Fail($"unrecognized named-value: '{token.Value}'", token);
    }

    private Expression Call(ExpressionToken name)
    {
        Take();
        List<Expression> arguments = [];
        while (problem is null && !Is(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(Operation(0));
        }

        var end = Span(Current);
        Expect(")");
        if (ExpressionVocabulary.Function(name.Value) is not { } function)
        {
            return Fail($"unrecognized function: '{name.Value}'", name);
        }

        if (arguments.Count < function.Minimum || arguments.Count > function.Maximum)
        {
            return Fail($"'{name.Value}' does not take {arguments.Count} arguments", name);
        }

        return new Expression.Call(name.Value, arguments, Span(name).To(end));
    }

    private Expression Suffixes(Expression target)
    {
        var count = 0;
        while (problem is null && (Is(".") || Is("[")))
        {
            if (++count > MaximumDepth)
            {
                return Fail("the expression is nested too deeply");
            }

            target = Take().Value == "." ? Member(target) : Element(target);
        }

        return target;
    }

    private Expression Member(Expression target)
    {
        var token = Current;
        if (token.Kind != ExpressionTokenKind.Name && !Is("*"))
        {
            return Fail(token.Kind == ExpressionTokenKind.End ? "the expression ends too early" : Unexpected(token));
        }

        Take();
        return new Expression.Property(target, token.Value, target.Span.To(Span(token)));
    }

    private Expression Element(Expression target)
    {
        if (Is("*"))
        {
            Take();
            var star = Span(Current);
            Expect("]");
            return new Expression.Property(target, "*", target.Span.To(star));
        }

        var key = Operation(0);
        var end = Span(Current);
        Expect("]");
        return new Expression.Index(target, key, target.Span.To(end));
    }

    private bool Is(string symbol) => Current.Kind == ExpressionTokenKind.Symbol && Current.Value == symbol;

    private ExpressionToken Take() => Current.Kind == ExpressionTokenKind.End ? Current : tokens[at++];

    private void Expect(string symbol)
    {
        if (Is(symbol))
        {
            Take();
        }
        else
        {
            Fail(Current.Kind == ExpressionTokenKind.End ? $"the expression lacks a '{symbol}'" : Unexpected(Current));
        }
    }

    private string Unexpected(ExpressionToken token) =>
        token.Value.StartsWith('"') ? $"unexpected {token.Value}: strings stand in single quotes" : $"unexpected '{token.Value}'";

    private Expression.Invalid Fail(string message) => Fail(message, Current);

    private Expression.Invalid Fail(string message, ExpressionToken token)
    {
        problem ??= new Problem(ProblemKind.Syntax, $"Invalid expression: {message}.", Span(token)) { Remedy = "Correct the expression" };
        return new Expression.Invalid(Span(token));
    }

    private SourceSpan Span(ExpressionToken token) => text.Span(token.Start, token.Length);
}
