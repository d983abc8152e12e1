using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Cloud;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>The functions that declarations are put together with; those about what exists in Azure are unknown.</summary>
/// <remarks>Source: Bicep documentation, "Functions", "Lambda functions".</remarks>
internal sealed class BicepFunctions(BicepEvaluator evaluator)
{
    public CloudValue Of(string function, IReadOnlyList<BicepExpression> written, SourceSpan span, BicepScope scope)
    {
        if (scope.Find(function) is BicepStatement.Function declared)
        {
            return evaluator.Evaluate(
                declared.Result,
                BicepEvaluator.Bound(
                    declared.Parameters,
                    [.. written.Select(argument => evaluator.Evaluate(argument, scope))],
                    scope.Outside
                )
            );
        }

        if (written is [_, BicepExpression.Lambda, ..])
        {
            return OfLambda(function, written, span, scope);
        }

        IReadOnlyList<CloudValue> arguments = [.. written.Select(argument => evaluator.Evaluate(argument, scope))];
        return OfTexts(function, arguments, span)
            ?? OfCollections(function, arguments, span)
            ?? new CloudValue.Unknown($"{function}() is known only at deployment", span);
    }

    private static CloudValue? OfTexts(string function, IReadOnlyList<CloudValue> arguments, SourceSpan span) =>
        function switch
        {
            "any" or "string" or "int" or "bool" or "json" when arguments is [var only] => IsStructure(only) ? null : only,
            "toLower" when arguments is [var text] => Changed(text, span, known => known.ToLowerInvariant()),
            "toUpper" when arguments is [var text] => Changed(text, span, known => known.ToUpperInvariant()),
            "trim" when arguments is [{ Known: { } text }] => CloudValue.Text.Of(text.Trim(), span),
            "replace" when arguments is [var text, { Known: { Length: > 0 } old }, { Known: { } with }] => Changed(
                text,
                span,
                known => known.Replace(old, with, StringComparison.Ordinal)
            ),
            "format" => Formatted(arguments, span),
            "startsWith" when arguments is [{ Known: { } text }, { Known: { } start }] => Truth(
                text.StartsWith(start, StringComparison.OrdinalIgnoreCase),
                span
            ),
            "endsWith" when arguments is [{ Known: { } text }, { Known: { } end }] => Truth(
                text.EndsWith(end, StringComparison.OrdinalIgnoreCase),
                span
            ),
            "split" when arguments is [{ Known: { } text }, { Known: { Length: > 0 } between }] => new CloudValue.List(
                [.. text.Split(between).Select(part => CloudValue.Text.Of(part, span))],
                span
            ),
            "join" when arguments is [CloudValue.List { More: null } list, { Known: { } between }] => CloudCollections.Joined(
                list.Elements.SelectMany((item, at) => at == 0 ? [item] : new[] { CloudValue.Text.Of(between, span), item }),
                span,
                BicepEvaluator.Later
            ),
            "take" when arguments is [{ Known: { } text }, { Number: { } count }] => CloudValue.Text.Of(
                text[..Math.Min(count, text.Length)],
                span
            ),
            "skip" when arguments is [{ Known: { } text }, { Number: { } count }] => CloudValue.Text.Of(
                text[Math.Min(count, text.Length)..],
                span
            ),
            _ => null,
        };

    /// <summary>Made of what looks like the text of an object: its parts are not known.</summary>
    private static bool IsStructure(CloudValue value) => value.Known is ['{' or '[', ..];

    private static CloudValue? OfCollections(string function, IReadOnlyList<CloudValue> arguments, SourceSpan span) =>
        function switch
        {
            "concat" when arguments.Any(argument => argument is CloudValue.Text) => CloudCollections.Joined(
                arguments,
                span,
                BicepEvaluator.Later
            ),
            "concat" or "flatten" => CloudCollections.Concatenated(
                function == "flatten" && arguments is [CloudValue.List list] ? list.Elements : arguments,
                span
            ),
            "union" when arguments.Any(argument => argument is CloudValue.List) => CloudCollections.Concatenated(arguments, span),
            "union" or "shallowMerge" when arguments.Any(argument => argument is CloudValue.Map) => CloudCollections.Merged(
                function == "shallowMerge" && arguments is [CloudValue.List list] ? list.Elements : arguments,
                span
            ),
            "createArray" => new CloudValue.List(arguments, span),
            "array" when arguments is [var only] => only is CloudValue.List ? only : new CloudValue.List([only], span),
            "sort" when arguments is [var list, ..] => list,
            "coalesce" => arguments.FirstOrDefault(argument => argument is not CloudValue.None) ?? new CloudValue.None(span),
            "empty" when arguments is [var value] => IsEmpty(value) is { } isEmpty ? Truth(isEmpty, span) : null,
            "contains" when arguments is [var value, { Known: { } sought }] => Contains(value, sought) is { } holds
                ? Truth(holds, span)
                : null,
            "length" when arguments is [CloudValue.List { More: null } list] => CloudValue.Text.Of($"{list.Elements.Count}", span),
            "length" when arguments is [CloudValue.Map { More: null } map] => CloudValue.Text.Of($"{map.Entries.Count}", span),
            "length" when arguments is [{ Known: { } text }] => CloudValue.Text.Of($"{text.Length}", span),
            "first" when arguments is [CloudValue.List { Elements: [var first, ..] }] => first,
            "last" when arguments is [CloudValue.List { More: null, Elements: [.., var last] }] => last,
            "take" when arguments is [CloudValue.List list, { Number: { } count }] => list with
            {
                Elements = [.. list.Elements.Take(count)],
            },
            "skip" when arguments is [CloudValue.List list, { Number: { } count }] => list with
            {
                Elements = [.. list.Elements.Skip(count)],
            },
            "range" when arguments is [{ Number: { } from }, { Number: { } count and <= 100 }] => new CloudValue.List(
                [.. Enumerable.Range(from, count).Select(number => CloudValue.Text.Of($"{number}", span))],
                span
            ),
            "items" when arguments is [CloudValue.Map map] => new CloudValue.List([.. Latest(map).Select(Item)], span) { More = map.More },
            "objectKeys" when arguments is [CloudValue.Map map] => new CloudValue.List(
                [.. Latest(map).Select(entry => CloudValue.Text.Of(entry.Key, entry.Span))],
                span
            )
            {
                More = map.More,
            },
            _ => null,
        };

    private CloudValue OfLambda(string function, IReadOnlyList<BicepExpression> written, SourceSpan span, BicepScope scope)
    {
        var collection = evaluator.Evaluate(written[0], scope);
        if (collection is not CloudValue.List list || written[1] is not BicepExpression.Lambda lambda)
        {
            return new CloudValue.Unknown(collection.MoreBecause ?? $"{function}() is known only at deployment", span);
        }

        var results = list.Elements.Select(element => new { element, value = Applied(lambda, element, scope) }).ToList();
        return function switch
        {
            "map" => list with { Elements = [.. results.Select(result => result.value)] },
            "filter" => list with
            {
                Elements = [.. results.Where(result => result.value.Known == "true").Select(result => result.element)],
                More =
                    list.More ?? (results.Exists(result => result.value.Known is null) ? "a condition is known only at deployment" : null),
            },
            "sort" => list,
            "toObject" => new CloudValue.Map(
                [
                    .. results
                        .Where(result => result.value.Known is not null)
                        .Select(result => new CloudEntry(
                            result.value.Known ?? "",
                            written is [_, _, BicepExpression.Lambda of] ? Applied(of, result.element, scope) : result.element,
                            result.element.Span
                        )),
                ],
                span
            )
            {
                More = list.More ?? (results.Exists(result => result.value.Known is null) ? "a key's name is computed" : null),
            },
            _ => new CloudValue.Unknown($"{function}() is known only at deployment", span),
        };
    }

    private CloudValue Applied(BicepExpression.Lambda lambda, CloudValue element, BicepScope scope) =>
        evaluator.Evaluate(lambda.Result, BicepEvaluator.Bound(lambda.Names, [element], scope));

    /// <summary>The last of a key counts, in the order of the keys.</summary>
    private static IEnumerable<CloudEntry> Latest(CloudValue.Map map) =>
        map.Entries.Reverse().DistinctBy(entry => entry.Key).OrderBy(entry => entry.Key, StringComparer.Ordinal);

    private static CloudValue.Map Item(CloudEntry entry) =>
        new(
            [
                new CloudEntry("key", CloudValue.Text.Of(entry.Key, entry.Span), entry.Span),
                new CloudEntry("value", entry.Value, entry.Span),
            ],
            entry.Span
        );

    private static bool? IsEmpty(CloudValue value) =>
        value switch
        {
            CloudValue.None => true,
            CloudValue.List list => list.Elements.Count > 0 ? false
            : list.More is null ? true
            : null,
            CloudValue.Map map => map.Entries.Count > 0 ? false
            : map.More is null ? true
            : null,
            { Known: { } text } => text.Length == 0,
            { Resolved.Outline: { } outline } when outline.Any(letter => letter != Resolved.Hole) => false,
            _ => null,
        };

    private static bool? Contains(CloudValue value, string sought) =>
        value switch
        {
            CloudValue.Map map => map.Entries.Any(entry => entry.Key == sought) ? true
            : map.More is null ? false
            : null,
            CloudValue.List list => list.Elements.Any(element => element.Known == sought) ? true
            : list.More is null && list.Elements.All(element => element.Known is not null) ? false
            : null,
            { Known: { } text } => text.Contains(sought, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };

    private static CloudValue Changed(CloudValue value, SourceSpan span, Func<string, string> change) =>
        value.Known is { } known ? CloudValue.Text.Of(change(known), span)
        : value.Resolved is { Outline: { } outline } resolved ? new CloudValue.Text(resolved with { Outline = change(outline) }, span)
        : value;

    /// <summary><c>{0}</c>, <c>{1:D2}</c>.</summary>
    private static CloudValue.Text? Formatted(IReadOnlyList<CloudValue> arguments, SourceSpan span)
    {
        if (arguments is not [{ Known: { } pattern }, ..])
        {
            return null;
        }

        List<CloudValue> pieces = [];
        var at = 0;
        for (var open = pattern.IndexOf('{'); open >= 0; open = pattern.IndexOf('{', at))
        {
            var close = pattern.IndexOf('}', open);
            if (close < 0 || !int.TryParse(pattern.AsSpan(open + 1, close - open - 1), out var number) || number + 1 >= arguments.Count)
            {
                return null;
            }

            pieces.Add(CloudValue.Text.Of(pattern[at..open], span));
            pieces.Add(arguments[number + 1]);
            at = close + 1;
        }

        return CloudCollections.Joined([.. pieces, CloudValue.Text.Of(pattern[at..], span)], span, BicepEvaluator.Later);
    }

    private static CloudValue.Text Truth(bool holds, SourceSpan span) => CloudValue.Text.Of(holds ? "true" : "false", span);
}
