using System.Globalization;
using System.Text.Json;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>The functions of the expression language, as far as their arguments are known.</summary>
/// <remarks>Source: GitHub Docs, "Evaluate expressions in workflows and actions", Functions.</remarks>
public static class ExpressionFunctions
{
    private const int MaximumLength = 10_000;

    public static ExpressionValue Call(string name, IReadOnlyList<ExpressionValue> arguments) =>
        name.ToLowerInvariant() switch
        {
            "contains" => ExpressionValue.Of(Contains(arguments[0], arguments[1])),
            "startswith" => ExpressionValue.Of(StartsWith(arguments[0], arguments[1].AsText)),
            "endswith" => ExpressionValue.Of(EndsWith(arguments[0].AsText, arguments[1].AsText)),
            "format" => Format(arguments),
            "fromjson" => FromJson(arguments[0].AsText),
            _ => ExpressionValue.Open,
        };

    private static bool? Contains(ExpressionValue searched, ExpressionValue item)
    {
        if (searched is ExpressionValue.List list)
        {
            return ContainsItem(list, item);
        }

        if (item.AsText is not { } part)
        {
            return null;
        }

        return searched switch
        {
            ExpressionValue.Unknown unknown => unknown.Prefix.Contains(part, StringComparison.OrdinalIgnoreCase) ? true : null,
            _ => searched.AsText?.Contains(part, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static bool? ContainsItem(ExpressionValue.List list, ExpressionValue item)
    {
        var open = false;
        foreach (var candidate in list.Items)
        {
            switch (ExpressionComparison.AreEqual(candidate, item))
            {
                case true:
                    return true;
                case null:
                    open = true;
                    break;
            }
        }

        return open ? null : false;
    }

    private static bool? StartsWith(ExpressionValue text, string? prefix)
    {
        if (prefix is null)
        {
            return null;
        }

        if (text is not ExpressionValue.Unknown { Prefix: var known })
        {
            return text.AsText?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
        }

        return known.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? true
            : prefix.StartsWith(known, StringComparison.OrdinalIgnoreCase) ? null
            : false;
    }

    private static bool? EndsWith(string? text, string? suffix) =>
        text is null || suffix is null ? null : text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);

    private static ExpressionValue Format(IReadOnlyList<ExpressionValue> arguments)
    {
        if (arguments[0].AsText is not { } pattern)
        {
            return ExpressionValue.Open;
        }

        var open = false;
        var text = pattern;
        for (var index = 1; index < arguments.Count; index++)
        {
            var hole = "{" + (index - 1).ToString(CultureInfo.InvariantCulture) + "}";
            open |= arguments[index].AsText is null;
            text = text.Replace(hole, arguments[index].AsText ?? "", StringComparison.Ordinal);

            // Calls inside calls would let a short line grow without end.
            if (text.Length > MaximumLength)
            {
                return ExpressionValue.Open;
            }
        }

        // Whatever fills the holes, text around them makes a text that is not empty, and so true.
        return open
            ? new ExpressionValue.Unknown(Known: text.Length > 0 ? true : null)
            : new ExpressionValue.Text(text) { IsComputed = true };
    }

    private static ExpressionValue FromJson(string? text) =>
        text is null ? ExpressionValue.Open : JsonText.Read(text, Value, ExpressionValue.Open);

    private static ExpressionValue Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => new ExpressionValue.Text(element.GetString() ?? ""),
            JsonValueKind.Number => new ExpressionValue.Number(element.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => new ExpressionValue.Boolean(element.GetBoolean()),
            JsonValueKind.Null => ExpressionValue.Nothing,
            JsonValueKind.Array => new ExpressionValue.List([.. element.EnumerateArray().Select(Value)]),
            _ => ExpressionValue.Open,
        };
}
