using System.Globalization;
using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>The language of <c>--set</c>: <c>a.b=1,c[0]=x,d={y,z}</c>.</summary>
/// <remarks>Helm documentation, "The Format and Limitations of --set"; helm.sh/helm/v4/pkg/strvals.</remarks>
internal static class HelmSet
{
    private const int IndexLimit = 1_000;

    /// <summary>Sets what the text says; what cannot be read is left out.</summary>
    /// <param name="isText"><c>--set-string</c>: every value is text.</param>
    public static void Apply(string text, GoMap values, bool isText)
    {
        foreach (var part in Parts(text, ','))
        {
            var equals = FirstOf(part, '=');
            if (equals > 0)
            {
                Put(values, Keys(part[..equals]), 0, Value(part[(equals + 1)..], isText));
            }
        }
    }

    private static int FirstOf(string text, char wanted)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == wanted)
            {
                return at;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        return -1;
    }

    /// <summary>Between separators that stand in no braces and behind no backslash.</summary>
    private static List<string> Parts(string text, char separator)
    {
        List<string> parts = [];
        var (depth, from) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (text[at] == separator && depth == 0)
            {
                parts.Add(text[from..at]);
                from = at + 1;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        parts.Add(text[Math.Min(from, text.Length)..]);
        return parts;
    }

    /// <summary>Names, and the numbers of elements.</summary>
    private static List<object> Keys(string path)
    {
        List<object> keys = [];
        foreach (var part in Parts(path, '.'))
        {
            var bracket = FirstOf(part, '[');
            keys.Add(Unescaped(bracket < 0 ? part : part[..bracket]));
            foreach (var index in bracket < 0 ? [] : part[bracket..].Split(['[', ']'], StringSplitOptions.RemoveEmptyEntries))
            {
                keys.Add(
                    int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, IndexLimit) : 0
                );
            }
        }

        return keys;
    }

    private static string Unescaped(string text)
    {
        StringBuilder result = new(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            result.Append(text[at]);
        }

        return result.ToString();
    }

    private static object? Value(string text, bool isText) =>
        text is ['{', .. var inner, '}']
            ? new GoList([.. inner.Length == 0 ? [] : Parts(inner, ',').Select(one => Scalar(Unescaped(one), isText))])
            : Scalar(Unescaped(text), isText);

    private static object? Scalar(string text, bool isText) =>
        isText
            ? text
            : text switch
            {
                "true" => true,
                "false" => false,
                "null" => null,
                "0" => 0L,
                _ when text is not ['0', ..]
                        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
                _ => text,
            };

    private static object? Put(object? into, List<object> keys, int at, object? value)
    {
        if (at == keys.Count)
        {
            return value;
        }

        if (keys[at] is int index)
        {
            List<object?> items = [.. (into as GoList)?.Items ?? []];
            while (items.Count <= index)
            {
                items.Add(null);
            }

            items[index] = Put(items[index], keys, at + 1, value);
            return new GoList(items);
        }

        var map = into as GoMap ?? new GoMap();
        var key = (string)keys[at];
        map[key] = Put(map[key], keys, at + 1, value);
        return map;
    }
}
