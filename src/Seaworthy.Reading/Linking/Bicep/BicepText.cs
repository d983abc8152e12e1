using System.Collections.Immutable;
using Seaworthy.Model.Declared.Bicep;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>Every expression of a template, those of decorators and types left out.</summary>
internal static class BicepText
{
    public static IEnumerable<BicepExpression> Of(BicepFile file) => Values(file).SelectMany(value => value.All);

    /// <summary>Every name that is used, but for those that a loop, a lambda or a function binds.</summary>
    public static IEnumerable<BicepExpression> Free(BicepFile file)
    {
        foreach (var statement in Statements(file))
        {
            if (ValueOf(statement) is not { } value)
            {
                continue;
            }

            Stack<Standing> left = new();
            left.Push(new Standing(value, [.. (statement as BicepStatement.Function)?.Parameters ?? []]));
            while (left.TryPop(out var next))
            {
                var name = next.Expression switch
                {
                    BicepExpression.Name of => of.Text,
                    BicepExpression.Call call => call.Function,
                    _ => null,
                };
                if (name is not null && !next.Bound.Contains(name))
                {
                    yield return next.Expression;
                }

                foreach (var part in next.Expression.Parts)
                {
                    left.Push(new Standing(part, Inside(next, part)));
                }
            }
        }
    }

    private static ImmutableHashSet<string> Inside(Standing outer, BicepExpression part) =>
        outer.Expression switch
        {
            BicepExpression.For loop when ReferenceEquals(part, loop.Result) => outer.Bound.Union(loop.Names),
            BicepExpression.Lambda lambda => outer.Bound.Union(lambda.Names),
            _ => outer.Bound,
        };

    private static IEnumerable<BicepExpression> Values(BicepFile file) => Statements(file).Select(ValueOf).OfType<BicepExpression>();

    private static IEnumerable<BicepStatement> Statements(BicepFile file) =>
        file.Statements.Where(statement => statement is not BicepStatement.Resource).Concat(file.Resources);

    private static BicepExpression? ValueOf(BicepStatement statement) =>
        statement switch
        {
            BicepStatement.Parameter parameter => parameter.Value,
            BicepStatement.Variable variable => variable.Value,
            BicepStatement.Output output => output.Value,
            BicepStatement.Function function => function.Result,
            BicepStatement.Deployed deployed => deployed.Value,
            BicepStatement.Other other => other.Value,
            _ => null,
        };

    private sealed record Standing(BicepExpression Expression, ImmutableHashSet<string> Bound);
}
