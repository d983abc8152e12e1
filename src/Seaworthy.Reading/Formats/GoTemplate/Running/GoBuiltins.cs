using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>The functions of text/template itself, without comparisons.</summary>
/// <remarks>Go standard library, text/template, funcs.go.</remarks>
internal static class GoBuiltins
{
    public static void AddTo(GoFunctions functions)
    {
        functions.Add("print", "a*", arguments => GoPrint.Print(arguments));
        functions.Add("println", "a*", arguments => string.Join(' ', arguments.Select(GoPrint.Text)) + "\n");
        functions.Add("printf", "sa*", arguments => GoPrintf.Format((string?)arguments[0] ?? "", [.. arguments.Skip(1)]));
        functions.Add("len", "a", arguments => Length(arguments[0]));
        functions.Add("index", "aa*", Index);
        functions.Add("html", "a*", arguments => Html(GoPrint.Print(arguments)));
        functions.Add("js", "a*", arguments => Script(GoPrint.Print(arguments)));
        functions.Add("urlquery", "a*", arguments => Query(GoPrint.Print(arguments)));
        functions.Add("call", "aa*", _ => throw new GoCallFault("call of nil"));
    }

    private static object Length(object? value) =>
        value switch
        {
            string text => (nint)GoText.Length(text),
            GoMap map => (nint)map.Count,
            GoList list => (nint)list.Items.Count,
            byte[] bytes => (nint)bytes.Length,
            null => throw new GoCallFault("len of nil pointer", GoFaultKind.Argument),
            _ => throw new GoCallFault($"len of type {GoKinds.Type(value)}", GoFaultKind.Argument),
        };

    private static object? Index(IReadOnlyList<object?> arguments)
    {
        var item = arguments[0];
        if (item is null)
        {
            throw new GoCallFault("index of untyped nil", GoFaultKind.Argument);
        }

        for (var at = 1; at < arguments.Count; at++)
        {
            item = Element(item, arguments[at]);
        }

        return item;
    }

    private static object? Element(object? item, object? index) =>
        item switch
        {
            GoMap map => index is string key
                ? map[key]
                : throw new GoCallFault(
                    index is null ? "value is nil; should be string" : $"value has type {GoKinds.Type(index)}; should be string",
                    GoFaultKind.Argument
                ),
            GoList list => list.Items[Within(index, list.Items.Count)],
            string text => Encoding.UTF8.GetBytes(text)[Within(index, GoText.Length(text))],
            byte[] bytes => bytes[Within(index, bytes.Length)],
            null => throw new GoCallFault("index of nil pointer", GoFaultKind.Argument),
            _ => throw new GoCallFault($"can't index item of type {GoKinds.Type(item)}", GoFaultKind.Argument),
        };

    private static int Within(object? index, int count)
    {
        var at = index switch
        {
            nint number => number,
            long number => number,
            byte number => number,
            null => throw new GoCallFault("cannot index slice/array with nil", GoFaultKind.Argument),
            _ => throw new GoCallFault($"cannot index slice/array with type {GoKinds.Type(index)}", GoFaultKind.Argument),
        };
        return at >= 0 && at < count ? (int)at : throw new GoCallFault($"index out of range: {at}", GoFaultKind.Argument);
    }

    private static string Html(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("\0", "\uFFFD", StringComparison.Ordinal)
            .Replace("\"", "&#34;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Script(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (var character in text)
        {
            result.Append(
                character switch
                {
                    '\\' => "\\\\",
                    '\'' => "\\'",
                    '"' => "\\\"",
                    '<' or '>' or '&' or '=' or < ' ' => $"\\u{(int)character:X4}",
                    _ => character.ToString(),
                }
            );
        }

        return result.ToString();
    }

    /// <summary>As <c>url.QueryEscape</c> does.</summary>
    public static string Query(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)value;
            result.Append(
                char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '~' ? character.ToString()
                : character == ' ' ? "+"
                : $"%{value:X2}"
            );
        }

        return result.ToString();
    }
}
