using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Dictionaries of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, dict.go.</remarks>
internal static class SprigDictionaries
{
    public static void AddTo(GoFunctions functions)
    {
        functions.Add("dict", "a*", Make);
        functions.Add("get", "ms", arguments => Map(arguments[0]) is { } map && map.Has(Text(arguments[1])) ? map[Text(arguments[1])] : "");
        functions.Add("hasKey", "ms", arguments => Map(arguments[0])?.Has(Text(arguments[1])) ?? false);
        functions.Add("set", "msa", Set);
        functions.Add("unset", "ms", Unset);
        functions.Add("keys", "m*", arguments => new GoList([.. arguments.SelectMany(map => Map(map)?.Keys ?? [])], GoList.OfText));
        functions.Add("values", "m", arguments => new GoList([.. Values(Map(arguments[0]))]));
        functions.Add("pluck", "sm*", Pluck);
        functions.Add("pick", "ms*", arguments => Chosen(arguments, isPick: true));
        functions.Add("omit", "ms*", arguments => Chosen(arguments, isPick: false));
        functions.Add("dig", "aa*", Dig);
        foreach (var prefix in (string[])["", "must"])
        {
            var isPlain = prefix.Length == 0;
            functions.Add(isPlain ? "merge" : "mustMerge", "mm*", arguments => SprigMerge.Into(arguments, overwrites: false));
            functions.Add(
                isPlain ? "mergeOverwrite" : "mustMergeOverwrite",
                "mm*",
                arguments => SprigMerge.Into(arguments, overwrites: true)
            );
            functions.Add(isPlain ? "deepCopy" : "mustDeepCopy", "a", arguments => GoKinds.Copy(arguments[0]));
        }
    }

    private static string Text(object? value) => (string?)value ?? "";

    private static GoMap? Map(object? value) => value as GoMap;

    private static object Make(IReadOnlyList<object?> arguments)
    {
        GoMap map = new();
        for (var at = 0; at < arguments.Count; at += 2)
        {
            map[SprigConversions.Text(arguments[at])] = at + 1 < arguments.Count ? arguments[at + 1] : "";
        }

        return map;
    }

    private static object? Set(IReadOnlyList<object?> arguments)
    {
        var map = Map(arguments[0]) ?? throw new GoCallFault("assignment to entry in nil map");
        map[Text(arguments[1])] = arguments[2];
        return map;
    }

    private static object? Unset(IReadOnlyList<object?> arguments)
    {
        Map(arguments[0])?.Remove(Text(arguments[1]));
        return arguments[0];
    }

    private static IEnumerable<object?> Values(GoMap? map) => map?.Keys.Select(key => map[key]) ?? [];

    private static object Pluck(IReadOnlyList<object?> arguments)
    {
        var key = Text(arguments[0]);
        return new GoList([.. arguments.Skip(1).OfType<GoMap>().Where(map => map.Has(key)).Select(map => map[key])]);
    }

    private static object Chosen(IReadOnlyList<object?> arguments, bool isPick)
    {
        GoMap result = new();
        var names = arguments.Skip(1).Select(Text).ToHashSet(StringComparer.Ordinal);
        if (Map(arguments[0]) is { } map)
        {
            foreach (var key in map.Keys.Where(key => names.Contains(key) == isPick))
            {
                result[key] = map[key];
            }
        }

        return result;
    }

    private static object? Dig(IReadOnlyList<object?> arguments)
    {
        if (arguments.Count < 3)
        {
            throw new GoCallFault("dig needs at least three arguments", GoFaultKind.Argument);
        }

        var fallback = arguments[^2];
        var at = arguments[^1];
        for (var index = 0; index < arguments.Count - 2; index++)
        {
            if (at is not GoMap map)
            {
                throw new GoCallFault(
                    $"interface conversion: interface {{}} is {GoKinds.Type(at)}, not {GoMap.OfAnything}",
                    GoFaultKind.Argument
                );
            }

            var key = SprigConversions.Text(arguments[index]);
            if (!map.Has(key))
            {
                return fallback;
            }

            at = map[key];
        }

        return at;
    }
}
