using System.Globalization;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>Operators between known values.</summary>
internal static class CloudOperations
{
    public static CloudValue Of(string sign, CloudValue left, CloudValue? right, SourceSpan span) =>
        Result(sign, left, right) is { } text
            ? CloudValue.Text.Of(text, span)
            : new CloudValue.Unknown(left.MoreBecause ?? right?.MoreBecause ?? "it is computed", span);

    private static string? Result(string sign, CloudValue left, CloudValue? right) =>
        (sign, left.Known, right?.Known) switch
        {
            ("!", "true", null) => "false",
            ("!", "false", null) => "true",
            ("-", { } number, null) => $"-{number}",
            ("&&", "false", _) or ("&&", _, "false") => "false",
            ("&&", "true", "true") => "true",
            ("||", "true", _) or ("||", _, "true") => "true",
            ("||", "false", "false") => "false",
            ("==", { } one, { } other) => Truth(one == other),
            ("!=", { } one, { } other) => Truth(one != other),
            ("=~", { } one, { } other) => Truth(string.Equals(one, other, StringComparison.OrdinalIgnoreCase)),
            ("!~", { } one, { } other) => Truth(!string.Equals(one, other, StringComparison.OrdinalIgnoreCase)),
            ("==" or "!=", _, _) when left is CloudValue.None || right is CloudValue.None => WithNothing(sign, left, right),
            _ when left.Number is { } one && right?.Number is { } other => Number(sign, one, other),
            _ => null,
        };

    private static string? Number(string sign, int one, int other) =>
        sign switch
        {
            "+" => ((long)one + other).ToString(CultureInfo.InvariantCulture),
            "-" => ((long)one - other).ToString(CultureInfo.InvariantCulture),
            "*" => ((long)one * other).ToString(CultureInfo.InvariantCulture),
            "<" => Truth(one < other),
            "<=" => Truth(one <= other),
            ">" => Truth(one > other),
            ">=" => Truth(one >= other),
            _ => null,
        };

    private static string? WithNothing(string sign, CloudValue left, CloudValue? right) =>
        left is CloudValue.Unknown || right is CloudValue.Unknown
            ? null
            : Truth((left is CloudValue.None && right is CloudValue.None) == (sign == "=="));

    private static string Truth(bool holds) => holds ? "true" : "false";
}
