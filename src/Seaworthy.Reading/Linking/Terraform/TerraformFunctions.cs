using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>The functions that declarations of containers are put together with.</summary>
/// <remarks>Source: Terraform documentation, "Functions".</remarks>
internal static class TerraformFunctions
{
    private const string Computed = "a function computes it at apply";

    public static CloudValue Of(HclExpression.Call call, IReadOnlyList<CloudValue> arguments)
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
            "concat" => CloudCollections.Concatenated(arguments, span, call.IsExpanded ? Computed : null),
            "merge" => CloudCollections.Merged(arguments, span, call.IsExpanded ? Computed : null),
            "compact" when arguments is [CloudValue.List list] => list with
            {
                Elements = [.. list.Elements.Where(item => item.Known is not "")],
            },
            "flatten" when arguments is [CloudValue.List list] => CloudCollections.Concatenated(list.Elements, span),
            "lookup" when arguments is [CloudValue.Map { More: null } map, { Known: { } key }, ..] => map[key]
                ?? (arguments.Count > 2 ? arguments[2] : new CloudValue.Unknown(Computed, span)),
            "coalesce" => arguments.FirstOrDefault(argument => argument is not CloudValue.None && argument.Known is not "")
                ?? new CloudValue.Unknown(Computed, span),
            "try" when arguments is [var first, ..] && first.Known is not null => first,
            "join"
                when arguments is [{ Known: { } between }, CloudValue.List { More: null } list]
                    && list.Elements.All(item => item.Known is not null) => CloudValue.Text.Of(
                string.Join(between, list.Elements.Select(item => item.Known)),
                span
            ),
            "format" => Formatted(arguments, span),
            "lower" when arguments is [{ Known: { } text }] => CloudValue.Text.Of(text.ToLowerInvariant(), span),
            "upper" when arguments is [{ Known: { } text }] => CloudValue.Text.Of(text.ToUpperInvariant(), span),
            "trimspace" when arguments is [{ Known: { } text }] => CloudValue.Text.Of(text.Trim(), span),
            "keys" when arguments is [CloudValue.Map map] => new CloudValue.List(
                [.. map.Entries.Select(entry => CloudValue.Text.Of(entry.Key, entry.Span))],
                span
            )
            {
                More = map.More,
            },
            "values" when arguments is [CloudValue.Map map] => new CloudValue.List([.. map.Entries.Select(entry => entry.Value)], span)
            {
                More = map.More,
            },
            _ => new CloudValue.Unknown(Computed, span),
        };
    }

    private static CloudValue Formatted(IReadOnlyList<CloudValue> arguments, SourceSpan span)
    {
        if (arguments is not [{ Known: { } pattern }, ..] || arguments.Any(argument => argument.Known is null))
        {
            return new CloudValue.Unknown(Computed, span);
        }

        foreach (var argument in arguments.Skip(1))
        {
            var at = pattern.AsSpan().IndexOf('%');
            if (at < 0 || at + 1 >= pattern.Length || pattern[at + 1] is not ('s' or 'd' or 'v'))
            {
                return new CloudValue.Unknown(Computed, span);
            }

            pattern = string.Concat(pattern.AsSpan(0, at), argument.Known, pattern.AsSpan(at + 2));
        }

        return CloudValue.Text.Of(pattern, span);
    }
}
