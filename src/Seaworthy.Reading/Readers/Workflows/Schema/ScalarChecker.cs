using System.Globalization;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Expressions;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>Compares a scalar with the shapes it may have, and its expressions with what they may use.</summary>
internal sealed class ScalarChecker(ICollection<Problem> problems)
{
    public void Check(ScalarNode scalar, IReadOnlyList<ShapeOption> options, SourceSpan place)
    {
        if (options.FirstOrDefault(option => option.Shape is Shape.Scalar { Type: ScalarType.Condition }) is { } condition)
        {
            CheckCondition(scalar, condition.Allows);
        }
        else if (scalar.Value.Contains("${{", StringComparison.Ordinal))
        {
            CheckTemplate(scalar, [.. options.SelectMany(option => option.Allows).Distinct()]);
        }
        else if (!options.Any(option => option.Shape is Shape.Scalar shape && Matches(scalar, shape)))
        {
            var kind = scalar.IsNull && MayBeAbsent(options) ? ProblemKind.Empty : ProblemKind.InvalidValue;
            problems.Add(
                new Problem(kind, Refusal(scalar, options), scalar.Span.Length > 0 ? scalar.Span : place)
                {
                    // A word that is none of those that are known was read.
                    IsOfForm = scalar.IsNull || !options.Any(option => option.Shape is Shape.Scalar),
                }
            );
        }
    }

    /// <summary>GitHub runs workflows with an empty <c>branches:</c> as if the key were not there.</summary>
    private static bool MayBeAbsent(IReadOnlyList<ShapeOption> options) =>
        options.Any(option => option.Shape is Shape.Sequence) && !options.Any(option => option.Shape is Shape.Mapping);

    private void CheckCondition(ScalarNode scalar, IReadOnlyList<string> allowed)
    {
        if (scalar.IsNull || scalar.Value.Trim().Length == 0)
        {
            return;
        }

        var condition = ExpressionTemplateParser.ParseCondition(scalar, problems);
        CheckUse(condition.Expression, allowed);
    }

    private void CheckTemplate(ScalarNode scalar, IReadOnlyList<string> allowed)
    {
        if (allowed.Count == 0)
        {
            problems.Add(new Problem(ProblemKind.InvalidValue, "An expression is not allowed here.", scalar.Span));
            return;
        }

        foreach (var part in ExpressionTemplateParser.Parse(scalar, problems).Parts)
        {
            if (part.Expression is { } expression)
            {
                CheckUse(expression, allowed);
            }
        }
    }

    private void CheckUse(Expression expression, IReadOnlyList<string> allowed)
    {
        foreach (var reference in ExpressionReferences.Of(expression))
        {
            if (!allowed.Contains(reference.Context, StringComparer.OrdinalIgnoreCase))
            {
                var known = string.Join(", ", allowed.Where(ExpressionVocabulary.IsContext).Order(StringComparer.Ordinal));
                var message = $"The context '{reference.Path[0]}' is not available here; available: {known}.";
                problems.Add(new Problem(ProblemKind.InvalidValue, message, reference.Span));
            }
        }

        foreach (var call in ExpressionReferences.Calls(expression))
        {
            if (ExpressionVocabulary.Function(call.Function) is { IsSpecial: true } function && !allowed.Contains(function.Name))
            {
                problems.Add(new Problem(ProblemKind.InvalidValue, $"The function '{function.Name}' is not available here.", call.Span));
            }
        }
    }

    private static bool Matches(ScalarNode scalar, Shape.Scalar shape) =>
        shape.Type switch
        {
            ScalarType.Null => scalar.IsNull,
            ScalarType.Text => shape.Values.Count == 0 || shape.Values.Contains(scalar.Value),
            ScalarType.NonEmptyText => !scalar.IsNull
                && scalar.Value.Length > 0
                && (shape.Values.Count == 0 || shape.Values.Contains(scalar.Value)),
            ScalarType.Boolean => !scalar.IsQuoted && scalar.Value is "true" or "True" or "TRUE" or "false" or "False" or "FALSE",
            ScalarType.Number => !scalar.IsQuoted && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            _ => true,
        };

    private static string Refusal(ScalarNode scalar, IReadOnlyList<ShapeOption> options)
    {
        if (scalar.IsNull || scalar.Value.Length == 0)
        {
            return "A value is required here.";
        }

        var shown = scalar.Value.Length <= 60 ? scalar.Value : scalar.Value[..57] + "...";
        List<string> values = [.. options.Select(option => option.Shape).OfType<Shape.Scalar>().SelectMany(shape => shape.Values)];
        if (NearMiss.Of(scalar.Value, values) is { } meant)
        {
            return $"Unexpected value '{shown}': did you mean '{meant}'?";
        }

        return Expected(options, values) is { } expected
            ? $"Unexpected value '{shown}': {expected} is expected."
            : $"Unexpected value '{shown}'.";
    }

    private static string? Expected(IReadOnlyList<ShapeOption> options, List<string> values)
    {
        if (values.Count > 0)
        {
            return values.Count <= 5 ? "one of " + string.Join(", ", values) : null;
        }

        return options.Select(option => option.Shape).FirstOrDefault(shape => shape is not Shape.Scalar { Type: ScalarType.Null }) switch
        {
            Shape.Scalar { Type: ScalarType.Boolean } => "true or false (without quotes)",
            Shape.Scalar { Type: ScalarType.Number } => "a number (without quotes)",
            Shape.Sequence => "a list",
            Shape.Mapping => "a mapping",
            _ => null,
        };
    }
}
