using System.Globalization;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Rules.Platforms;

/// <summary>The condition of a variable's validation for one value that is written out.</summary>
/// <remarks>Source: Terraform documentation, "Custom Conditions", "Functions": <c>length</c>, <c>contains</c>, <c>startswith</c>, <c>endswith</c>, <c>lower</c>, <c>upper</c>, <c>trimspace</c>.</remarks>
internal sealed class TerraformCondition(string variable, HclExpression value)
{
    private const int DepthLimit = 30;

    /// <summary>Null where it depends on more than the value, or is not understood.</summary>
    public bool? Holds(HclExpression condition) => Of(condition, 0) as bool?;

    private object? Of(HclExpression expression, int depth) =>
        depth > DepthLimit
            ? null
            : expression switch
            {
                HclExpression.Literal literal => Literal(literal),
                HclExpression.Tuple tuple => tuple,
                HclExpression.Call call => Of(call, depth + 1),
                HclExpression.Operation operation => Of(operation, depth + 1),
                { Path: ["var", var name] } when name == variable => value switch
                {
                    HclExpression.Literal or HclExpression.Tuple => Of(value, depth + 1),
                    _ => null,
                },
                _ => null,
            };

    private static object? Literal(HclExpression.Literal literal) =>
        literal.IsText ? literal.Text
        : literal.Text is "true" or "false" ? literal.Text == "true"
        : double.TryParse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private object? Of(HclExpression.Call call, int depth) =>
        (call.Function, call.Arguments) switch
        {
            ("length", [var text]) => Of(text, depth) switch
            {
                string known => (double)new StringInfo(known).LengthInTextElements,
                HclExpression.Tuple list => (double)list.Items.Count,
                _ => null,
            },
            ("contains", [var list, var sought]) => Of(list, depth) is HclExpression.Tuple known && Of(sought, depth) is { } item
                ? Contains(known, item, depth)
                : null,
            ("lower", [var text]) => (Of(text, depth) as string)?.ToLowerInvariant(),
            ("upper", [var text]) => (Of(text, depth) as string)?.ToUpperInvariant(),
            ("trimspace", [var text]) => (Of(text, depth) as string)?.Trim(),
            ("startswith", [var text, var start]) => Of(text, depth) is string all && Of(start, depth) is string part
                ? all.StartsWith(part, StringComparison.Ordinal)
                : null,
            ("endswith", [var text, var end]) => Of(text, depth) is string all && Of(end, depth) is string part
                ? all.EndsWith(part, StringComparison.Ordinal)
                : null,
            _ => null,
        };

    private object? Contains(HclExpression.Tuple list, object sought, int depth)
    {
        var items = list.Items.Select(item => Of(item, depth)).ToList();
        return items.Exists(item => Same(item, sought) == true) ? true
            : items.Contains(null) ? null
            : false;
    }

    private object? Of(HclExpression.Operation operation, int depth)
    {
        var left = Of(operation.Left, depth);
        var right = operation.Right is null ? null : Of(operation.Right, depth);
        return (operation.Sign, left, right) switch
        {
            ("!", bool known, _) => !known,
            ("&&", false, _) or ("&&", _, false) => false,
            ("&&", true, true) => true,
            ("||", true, _) or ("||", _, true) => true,
            ("||", false, false) => false,
            ("==", not null, not null) => Same(left, right),
            ("!=", not null, not null) => !Same(left, right),
            (">=", double one, double other) => one >= other,
            ("<=", double one, double other) => one <= other,
            (">", double one, double other) => one > other,
            ("<", double one, double other) => one < other,
            _ => null,
        };
    }

    /// <summary>Terraform turns numbers into texts and back where one is wanted; different kinds are left alone.</summary>
    private static bool? Same(object? one, object? other) =>
        (one, other) switch
        {
            (string left, string right) => left == right,
            (double left, double right) => left.Equals(right),
            (bool left, bool right) => left == right,
            _ => null,
        };
}
