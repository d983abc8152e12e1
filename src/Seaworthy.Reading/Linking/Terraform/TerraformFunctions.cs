using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>The functions that declarations of containers are put together with.</summary>
/// <remarks>Source: Terraform documentation, "Functions".</remarks>
internal static class TerraformFunctions
{
    private const string Computed = "a function computes it at apply";

    public static TerraformValue Of(HclExpression.Call call, IReadOnlyList<TerraformValue> arguments)
    {
        var span = call.Span;
        return call.Function switch
        {
            // The text that these make is parsed again by its receiver: only its structure counts here.
            "jsonencode"
            or "jsondecode"
            or "nonsensitive"
            or "sensitive"
            or "tostring"
            or "tonumber"
            or "tobool"
            or "tomap" when arguments is [var only] => only,
            "tolist" or "toset" when arguments is [var only] => only,
            "concat" => Concatenated(arguments, span, call.IsExpanded),
            "merge" => Merged(arguments, span, call.IsExpanded),
            "compact" when arguments is [TerraformValue.List list] => list with
            {
                Elements = [.. list.Elements.Where(item => item.Known is not "")],
            },
            "flatten" when arguments is [TerraformValue.List list] => Concatenated(list.Elements, span, false),
            "lookup" when arguments is [TerraformValue.Map { More: null } map, { Known: { } key }, ..] => map[key]
                ?? (arguments.Count > 2 ? arguments[2] : new TerraformValue.Unknown(Computed, span)),
            "coalesce" => arguments.FirstOrDefault(argument => argument is not TerraformValue.None && argument.Known is not "")
                ?? new TerraformValue.Unknown(Computed, span),
            "try" when arguments is [var first, ..] && first.Known is not null => first,
            "join"
                when arguments is [{ Known: { } between }, TerraformValue.List { More: null } list]
                    && list.Elements.All(item => item.Known is not null) => TerraformValue.Text.Of(
                string.Join(between, list.Elements.Select(item => item.Known)),
                span
            ),
            "format" => Formatted(arguments, span),
            "lower" when arguments is [{ Known: { } text }] => TerraformValue.Text.Of(text.ToLowerInvariant(), span),
            "upper" when arguments is [{ Known: { } text }] => TerraformValue.Text.Of(text.ToUpperInvariant(), span),
            "trimspace" when arguments is [{ Known: { } text }] => TerraformValue.Text.Of(text.Trim(), span),
            "keys" when arguments is [TerraformValue.Map map] => new TerraformValue.List(
                [.. map.Entries.Select(entry => TerraformValue.Text.Of(entry.Key, entry.Span))],
                span
            )
            {
                More = map.More,
            },
            "values" when arguments is [TerraformValue.Map map] => new TerraformValue.List(
                [.. map.Entries.Select(entry => entry.Value)],
                span
            )
            {
                More = map.More,
            },
            _ => new TerraformValue.Unknown(Computed, span),
        };
    }

    private static TerraformValue.List Concatenated(IReadOnlyList<TerraformValue> lists, SourceSpan span, bool isExpanded) =>
        new(
            [
                .. lists.SelectMany(list =>
                    list is TerraformValue.List whole ? whole.Elements
                    : list is TerraformValue.Map ? [list]
                    : []
                ),
            ],
            span
        )
        {
            More = isExpanded ? Computed : lists.Select(list => list.MoreBecause).FirstOrDefault(why => why is not null),
        };

    private static TerraformValue.Map Merged(IReadOnlyList<TerraformValue> maps, SourceSpan span, bool isExpanded) =>
        new([.. maps.OfType<TerraformValue.Map>().SelectMany(map => map.Entries)], span)
        {
            More = isExpanded ? Computed : maps.Select(map => map.MoreBecause).FirstOrDefault(why => why is not null),
        };

    private static TerraformValue Formatted(IReadOnlyList<TerraformValue> arguments, SourceSpan span)
    {
        if (arguments is not [{ Known: { } pattern }, ..] || arguments.Any(argument => argument.Known is null))
        {
            return new TerraformValue.Unknown(Computed, span);
        }

        foreach (var argument in arguments.Skip(1))
        {
            var at = pattern.AsSpan().IndexOf('%');
            if (at < 0 || at + 1 >= pattern.Length || pattern[at + 1] is not ('s' or 'd' or 'v'))
            {
                return new TerraformValue.Unknown(Computed, span);
            }

            pattern = string.Concat(pattern.AsSpan(0, at), argument.Known, pattern.AsSpan(at + 2));
        }

        return TerraformValue.Text.Of(pattern, span);
    }
}
