using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Finds the part of an expression that has the same truth in every run.</summary>
/// <param name="user">The step whose expression it is; null for a job.</param>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions": texts that are not empty are true; unlike types are compared as numbers.</remarks>
internal sealed class ConstantParts(ExpressionScope scope, WorkflowStep? user)
{
    private const int MaximumDepth = 40;

    /// <summary>The first of them; null when there is none.</summary>
    public ConstantPart? In(JudgedExpression judged) =>
        (judged.IsCondition ? Fenced(judged) ?? InTruth(judged.Expression, judged.Span, 0) : null) ?? Compared(judged.Expression, 0);

    /// <summary>Text around the braces: the whole is a text.</summary>
    private static ConstantPart? Fenced(JudgedExpression judged) =>
        judged.Expression is Expression.Call { Function: "format", Arguments: [Expression.Text { Value: var raw, Span: var at }, ..] }
        && at == judged.Span
        && raw.Contains("${{", StringComparison.Ordinal)
            ? new ConstantPart(
                true,
                raw.TrimEnd() is ['$', '{', '{', .., '}', '}'] single && single.LastIndexOf("${{", StringComparison.Ordinal) == 0
                    ? "the line break after `}}` makes it a text that is not empty"
                    : "there is text around `${{ }}`, which makes it a text that is not empty",
                raw.TrimEnd().Contains('\n', StringComparison.Ordinal) || raw.EndsWith('\n')
                    ? "Remove every `${{` and `}}` from the condition"
                    : $"Write `if: {Plain(raw)}`"
            )
            {
                IsWhole = true,
            }
            : null;

    private static string Plain(string raw) =>
        raw.Replace("${{ ", "", StringComparison.Ordinal)
            .Replace(" }}", "", StringComparison.Ordinal)
            .Replace("${{", "", StringComparison.Ordinal)
            .Replace("}}", "", StringComparison.Ordinal)
            .Trim();

    /// <summary>An expression whose truth alone counts.</summary>
    private ConstantPart? InTruth(Expression expression, SourceSpan whole, int depth)
    {
        switch (expression)
        {
            case var _ when depth > MaximumDepth:
                return null;
            case Expression.Binary { Operator: "||" } or:
                return Literal(or, whole)
                    ?? Unequal(or, whole)
                    ?? InTruth(or.Left, whole, depth + 1)
                    ?? InTruth(or.Right, whole, depth + 1);
            case Expression.Binary { Operator: "&&" } and:
                return InTruth(and.Left, whole, depth + 1) ?? InTruth(and.Right, whole, depth + 1);
            case Expression.Not not:
                return InTruth(not.Operand, whole, depth + 1) is { } inner ? inner with { Truth = !inner.Truth } : null;
            default:
                return Text(expression);
        }
    }

    /// <summary><c>github.ref == 'refs/heads/main' || 'refs/heads/dev'</c>.</summary>
    private static ConstantPart? Literal(Expression.Binary or, SourceSpan whole) =>
        or.Right is Expression.Text { Value.Length: > 0 } text && or.Left is Expression.Binary { Operator: "==" or "!=" or "||" } before
            ? new ConstantPart(
                true,
                $"the text `'{text.Value}'` after `||` is true by itself",
                Compares(before) is { } left ? $"Write `{left} == '{text.Value}'` after `||`" : $"Compare `'{text.Value}'` with a value"
            )
            {
                IsWhole = text.Span.File == whole.File,
            }
            : null;

    private static string? Compares(Expression.Binary before) =>
        before is { Operator: "==" } && ExpressionScope.PathOf(before.Left) is { } path ? string.Join('.', path)
        : before is { Operator: "||", Right: Expression.Binary last } ? Compares(last)
        : before is { Operator: "||", Left: Expression.Binary first } ? Compares(first)
        : null;

    /// <summary><c>github.ref != 'a' || github.ref != 'b'</c>.</summary>
    private static ConstantPart? Unequal(Expression.Binary or, SourceSpan whole)
    {
        List<Expression> parts = [];
        for (Expression rest = or; ; )
        {
            if (rest is Expression.Binary { Operator: "||" } more)
            {
                parts.Add(more.Right);
                rest = more.Left;
            }
            else
            {
                parts.Add(rest);
                break;
            }
        }

        var unequal = parts
            .OfType<Expression.Binary>()
            .Where(part => part is { Operator: "!=", Right: Expression.Text })
            .Select(part => new { Path = ExpressionScope.PathOf(part.Left), ((Expression.Text)part.Right).Value })
            .Where(part => part.Path is not null)
            .GroupBy(part => string.Join('.', part.Path ?? []), StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Select(part => part.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1);
        return unequal is null
            ? null
            : new ConstantPart(true, $"`{unequal.Key}` always differs from one of the two texts", "Write `&&` in place of `||`")
            {
                IsWhole = whole.Length > 0,
            };
    }

    /// <summary>A text that says false is true.</summary>
    private ConstantPart? Text(Expression expression) =>
        ExpressionScope.PathOf(expression) is { } path && scope.IsText(path) && scope.SaysFalse(path, user) is { } from
            ? new ConstantPart(
                true,
                $"`{string.Join('.', path)}` is a text, and the text `false` is true",
                $"Write `{string.Join('.', path)} == 'true'`"
            )
            {
                From = from,
            }
            : null;

    /// <summary>A text against a boolean, or a boolean against a text.</summary>
    private ConstantPart? Compared(Expression expression, int depth) =>
        depth > MaximumDepth
            ? null
            : expression switch
            {
                Expression.Binary { Operator: "==" or "!=" } comparison => Compare(comparison, comparison.Left, comparison.Right)
                    ?? Compare(comparison, comparison.Right, comparison.Left),
                Expression.Binary binary => Compared(binary.Left, depth + 1) ?? Compared(binary.Right, depth + 1),
                Expression.Not not => Compared(not.Operand, depth + 1),
                Expression.Call call => call
                    .Arguments.Select(argument => Compared(argument, depth + 1))
                    .FirstOrDefault(part => part is not null),
                _ => null,
            };

    private ConstantPart? Compare(Expression.Binary comparison, Expression read, Expression literal)
    {
        if (ExpressionScope.PathOf(read) is not { } path)
        {
            return null;
        }

        var name = string.Join('.', path);
        return literal switch
        {
            Expression.Boolean { Value: true } when scope.IsText(path) => new ConstantPart(
                comparison.Operator == "!=",
                $"`{name}` is a text, which never equals the boolean `true`",
                $"Write `{name} {comparison.Operator} 'true'`"
            ),
            Expression.Text { Value: "true" or "false" } text when scope.BooleanInput(path) is { } declared => new ConstantPart(
                comparison.Operator == "!=",
                $"`{name}` is a boolean, which never equals the text `'{text.Value}'`",
                $"Write `{name} {comparison.Operator} {text.Value}`"
            )
            {
                From = declared,
            },
            _ => null,
        };
    }
}
