namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>Evaluates an expression although part of its input is unknown before the run.</summary>
/// <param name="lookup">The value down a path of names from a context; <see cref="ExpressionValue.Open"/> for what it does not know.</param>
/// <param name="status">The value of <c>success</c>, <c>failure</c>, <c>always</c> or <c>cancelled</c>.</param>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions", Operators.</remarks>
public sealed class ExpressionEvaluator(Func<IReadOnlyList<string>, ExpressionValue> lookup, Func<string, ExpressionValue> status)
{
    public ExpressionValue Evaluate(Expression expression) =>
        expression switch
        {
            Expression.Text text => new ExpressionValue.Text(text.Value),
            Expression.Number number => new ExpressionValue.Number(number.Value),
            Expression.Boolean boolean => new ExpressionValue.Boolean(boolean.Value),
            Expression.Null => ExpressionValue.Nothing,
            Expression.Not not => ExpressionValue.Of(!Evaluate(not.Operand).Truth),
            Expression.Binary { Operator: "&&" } and => And(Evaluate(and.Left), and.Right),
            Expression.Binary { Operator: "||" } or => Or(Evaluate(or.Left), or.Right),
            Expression.Binary binary => ExpressionComparison.Compare(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
            Expression.Call call => Call(call),
            Expression.Context or Expression.Property or Expression.Index => Access(expression),
            _ => ExpressionValue.Open,
        };

    // "&&" and "||" yield one of their operands, not a boolean.
    private ExpressionValue And(ExpressionValue left, Expression right)
    {
        if (left.Truth == false)
        {
            return left;
        }

        var second = Evaluate(right);
        return left.Truth == true ? second
            : second.Truth == false ? new ExpressionValue.Unknown(Known: false)
            : ExpressionValue.Open;
    }

    private ExpressionValue Or(ExpressionValue left, Expression right)
    {
        if (left.Truth == true)
        {
            return left;
        }

        var second = Evaluate(right);
        return left.Truth == false ? second
            : second.Truth == true ? new ExpressionValue.Unknown(Known: true)
            : ExpressionValue.Open;
    }

    private ExpressionValue Call(Expression.Call call) =>
        ExpressionVocabulary.Function(call.Function) is { ChecksStatus: true } function
            ? status(function.Name)
            : ExpressionFunctions.Call(call.Function, [.. call.Arguments.Select(Evaluate)]);

    private ExpressionValue Access(Expression expression)
    {
        List<string> path = [];
        for (var target = expression; ; )
        {
            switch (target)
            {
                case Expression.Property { Name: not "*" } property:
                    path.Add(property.Name);
                    target = property.Target;
                    break;
                case Expression.Index index when Evaluate(index.Key) is ExpressionValue.Text key:
                    path.Add(key.Value);
                    target = index.Target;
                    break;
                case Expression.Context context:
                    path.Add(context.Name);
                    path.Reverse();
                    return lookup(path);
                default:
                    return ExpressionValue.Open;
            }
        }
    }
}
