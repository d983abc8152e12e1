using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Expressions;

/// <summary>Cuts a value into literal text and <c>${{ expressions }}</c>.</summary>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions", About expressions.</remarks>
internal static class ExpressionTemplateParser
{
    private const string Opening = "${{";

    public static ExpressionTemplate Parse(ScalarNode node, ICollection<Problem> problems) =>
        node.Value.Contains(Opening, StringComparison.Ordinal)
            ? Parse(node.Mapped, node.Span, problems)
            : new ExpressionTemplate(node.Value, [new ExpressionPart(node.Value)], node.Span);

    /// <summary>The value of an <c>if</c>: an expression with or without braces.</summary>
    public static Condition ParseCondition(ScalarNode node, ICollection<Problem> problems)
    {
        var expression = node.Value.Contains(Opening, StringComparison.Ordinal) ? Embedded(node, problems) : Bare(node, problems);
        return new Condition(node.Value, expression, node.Span)
        {
            References = ExpressionReferences.Of(expression),
            ChecksStatus = ExpressionReferences.ChecksStatus(expression),
        };
    }

    /// <summary>The place right behind the closing braces of an expression that opens at <paramref name="start"/>; -1 when it is not closed.</summary>
    public static int EndOf(string text, int start)
    {
        var quoted = false;
        for (var at = start + Opening.Length; at < text.Length; at++)
        {
            if (text[at] == '\'')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[at] == '}' && at + 1 < text.Length && text[at + 1] == '}')
            {
                return at + 2;
            }
        }

        return -1;
    }

    private static Expression Bare(ScalarNode node, ICollection<Problem> problems)
    {
        var text = node.Mapped;
        return Add(ExpressionParser.Parse(text, 0, text.Text.Length), problems);
    }

    private static Expression Embedded(ScalarNode node, ICollection<Problem> problems)
    {
        var template = Parse(node.Mapped, node.Span, problems);
        // The line break at the end of a block is text, too.
        if (template.Parts is [{ Expression: { } only }])
        {
            return only;
        }

        List<Expression> arguments = [new Expression.Text(node.Value, node.Span)];
        arguments.AddRange(template.Parts.Select(part => part.Expression).OfType<Expression>());
        return new Expression.Call("format", arguments, node.Span);
    }

    private static ExpressionTemplate Parse(MappedText text, SourceSpan span, ICollection<Problem> problems)
    {
        List<ExpressionPart> parts = [];
        List<ExpressionReference> references = [];
        var value = text.Text;
        var at = 0;
        while (value.IndexOf(Opening, at, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = EndOf(value, start);
            if (end < 0)
            {
                problems.Add(
                    new Problem(ProblemKind.Syntax, "The expression is not closed: '${{' lacks its '}}'.", text.Span(start, Opening.Length))
                    {
                        Remedy = "Close it with `}}`",
                    }
                );
                break;
            }

            if (start > at)
            {
                parts.Add(new ExpressionPart(value[at..start]));
            }

            var expression = Add(ExpressionParser.Parse(text, start + Opening.Length, end - 2), problems);
            parts.Add(new ExpressionPart(value[start..end], expression));
            references.AddRange(ExpressionReferences.Of(expression));
            at = end;
        }

        if (at < value.Length || parts.Count == 0)
        {
            parts.Add(new ExpressionPart(value[at..]));
        }

        return new ExpressionTemplate(value, parts, span) { References = references };
    }

    private static Expression Add(ParsedExpression parsed, ICollection<Problem> problems)
    {
        if (parsed.Problem is { } problem)
        {
            problems.Add(problem);
        }

        return parsed.Expression;
    }
}
