using System.Text;

namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>Fills the holes of a template with what is known before the run.</summary>
public static class TemplateResolution
{
    /// <summary>The template's text when every expression can be worked out; else null.</summary>
    /// <param name="lookup">The value of a reference (<c>env.IMAGE</c>, <c>matrix.node</c>) as text; null = not known.</param>
    public static string? Resolve(this ExpressionTemplate template, Func<ExpressionReference, string?> lookup)
    {
        if (template.Literal is { } literal)
        {
            return literal;
        }

        ExpressionEvaluator evaluator = new(
            path =>
                lookup(new ExpressionReference(path, IsPartial: false, template.Span)) is { } text
                    ? new ExpressionValue.Text(text)
                    : ExpressionValue.Open,
            _ => ExpressionValue.Open
        );
        StringBuilder filled = new();
        foreach (var part in template.Parts)
        {
            if ((part.Expression is { } expression ? evaluator.Evaluate(expression).AsText : part.Text) is not { } text)
            {
                return null;
            }

            filled.Append(text);
        }

        return filled.ToString();
    }
}
