using System.Globalization;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Operators between known values.</summary>
internal static class TerraformOperations
{
    public static CloudValue Of(HclExpression.Operation operation, Func<HclExpression, CloudValue> evaluate)
    {
        var left = evaluate(operation.Left);
        var right = operation.Right is { } written ? evaluate(written) : null;
        return Result(operation.Sign, left, right) is { } text
            ? CloudValue.Text.Of(text, operation.Span)
            : new CloudValue.Unknown(left.MoreBecause ?? right?.MoreBecause ?? "it is computed", operation.Span);
    }

    private static string? Result(string sign, CloudValue left, CloudValue? right) =>
        (sign, left.Known, right?.Known) switch
        {
            ("!", "true", null) => "false",
            ("!", "false", null) => "true",
            ("&&", "false", _) or ("&&", _, "false") => "false",
            ("&&", "true", "true") => "true",
            ("||", "true", _) or ("||", _, "true") => "true",
            ("||", "false", "false") => "false",
            ("==", { } one, { } other) => Truth(one == other),
            ("!=", { } one, { } other) => Truth(one != other),
            ("+", _, _) when left.Number is { } one && right?.Number is { } other => (one + other).ToString(CultureInfo.InvariantCulture),
            ("==" or "!=", _, _) when left is CloudValue.None || right is CloudValue.None => WithNothing(sign, left, right),
            _ => null,
        };

    private static string? WithNothing(string sign, CloudValue left, CloudValue? right) =>
        left is CloudValue.Unknown || right is CloudValue.Unknown
            ? null
            : Truth((left is CloudValue.None && right is CloudValue.None) == (sign == "=="));

    private static string Truth(bool holds) => holds ? "true" : "false";
}
