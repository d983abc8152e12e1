namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>Compares two values: texts without regard to letter case, unlike types as numbers.</summary>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions", Operators.</remarks>
public static class ExpressionComparison
{
    public static ExpressionValue Compare(string symbol, ExpressionValue left, ExpressionValue right) =>
        symbol switch
        {
            "==" => ExpressionValue.Of(AreEqual(left, right)),
            "!=" => ExpressionValue.Of(!AreEqual(left, right)),
            _ => ExpressionValue.Of(IsOrdered(symbol, left, right)),
        };

    public static bool? AreEqual(ExpressionValue left, ExpressionValue right) =>
        (left, right) switch
        {
            (ExpressionValue.Unknown unknown, ExpressionValue.Text text) => AreEqual(unknown, text),
            (ExpressionValue.Text text, ExpressionValue.Unknown unknown) => AreEqual(unknown, text),
            // What is true is not nothing.
            (ExpressionValue.Unknown { Truth: true }, ExpressionValue.Null)
            or (ExpressionValue.Null, ExpressionValue.Unknown { Truth: true }) => false,
            (ExpressionValue.Unknown, _) or (_, ExpressionValue.Unknown) => null,
            (ExpressionValue.List, _) or (_, ExpressionValue.List) => null,
            (ExpressionValue.Text a, ExpressionValue.Text b) => string.Equals(a.Value, b.Value, StringComparison.OrdinalIgnoreCase),
            _ => left.AsNumber is { } one && right.AsNumber is { } other && one.Equals(other) && !double.IsNaN(one),
        };

    // A fresh text is by definition none of the literals of the workflow.
    private static bool? AreEqual(ExpressionValue.Unknown unknown, ExpressionValue.Text text) =>
        (unknown.IsFresh && !text.IsComputed) || !text.Value.StartsWith(unknown.Prefix, StringComparison.OrdinalIgnoreCase) ? false : null;

    private static bool? IsOrdered(string symbol, ExpressionValue left, ExpressionValue right)
    {
        if (left is ExpressionValue.Text a && right is ExpressionValue.Text b)
        {
            return Holds(symbol, string.Compare(a.Value, b.Value, StringComparison.OrdinalIgnoreCase));
        }

        return (left.AsNumber, right.AsNumber) is ({ } one, { } other)
            ? !double.IsNaN(one) && !double.IsNaN(other) && Holds(symbol, one.CompareTo(other))
            : null;
    }

    private static bool Holds(string symbol, int order) =>
        symbol switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
}
