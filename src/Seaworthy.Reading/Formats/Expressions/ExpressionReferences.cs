using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Reading.Formats.Expressions;

/// <summary>Finds what an expression takes from contexts, and which functions it calls.</summary>
internal static class ExpressionReferences
{
    public static IReadOnlyList<ExpressionReference> Of(Expression expression)
    {
        List<ExpressionReference> found = [];
        Collect(expression, found);
        return found;
    }

    /// <summary>Whether a function that asks for the state of earlier steps is called anywhere.</summary>
    public static bool ChecksStatus(Expression expression) =>
        Calls(expression).Any(call => ExpressionVocabulary.Function(call.Function) is { ChecksStatus: true });

    /// <summary>Every call, outer ones first.</summary>
    public static IEnumerable<Expression.Call> Calls(Expression expression)
    {
        IEnumerable<Expression.Call> inner = expression switch
        {
            Expression.Call call => call.Arguments.SelectMany(Calls),
            Expression.Not not => Calls(not.Operand),
            Expression.Binary binary => Calls(binary.Left).Concat(Calls(binary.Right)),
            Expression.Property property => Calls(property.Target),
            Expression.Index index => Calls(index.Target).Concat(Calls(index.Key)),
            _ => [],
        };
        return expression is Expression.Call self ? inner.Prepend(self) : inner;
    }

    private static void Collect(Expression expression, List<ExpressionReference> found)
    {
        switch (expression)
        {
            case Expression.Context or Expression.Property or Expression.Index:
                Chain(expression, found);
                break;
            case Expression.Call call:
                foreach (var argument in call.Arguments)
                {
                    Collect(argument, found);
                }

                break;
            case Expression.Not not:
                Collect(not.Operand, found);
                break;
            case Expression.Binary binary:
                Collect(binary.Left, found);
                Collect(binary.Right, found);
                break;
        }
    }

    // From the outermost access inwards to the context; what follows something computed is cut off the path.
    private static void Chain(Expression expression, List<ExpressionReference> found)
    {
        List<string> path = [];
        var partial = false;
        var target = expression;
        while (target is Expression.Property or Expression.Index)
        {
            switch (target)
            {
                case Expression.Property { Name: not "*" } property:
                    path.Add(property.Name);
                    target = property.Target;
                    break;
                case Expression.Index { Key: Expression.Text key } index:
                    path.Add(key.Value);
                    target = index.Target;
                    break;
                case Expression.Property star:
                    path.Clear();
                    partial = true;
                    target = star.Target;
                    break;
                case Expression.Index computed:
                    path.Clear();
                    partial = true;
                    Collect(computed.Key, found);
                    target = computed.Target;
                    break;
            }
        }

        if (target is not Expression.Context context)
        {
            Collect(target, found);
            return;
        }

        path.Add(context.Name);
        path.Reverse();
        found.Add(new ExpressionReference(path, partial, expression.Span));
    }
}
