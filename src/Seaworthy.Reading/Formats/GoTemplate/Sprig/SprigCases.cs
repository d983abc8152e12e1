using System.Text;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Upper and lower case of words.</summary>
/// <remarks>Go standard library, strings.Title; huandu/xstrings, convert.go; Masterminds/goutils, SwapCase.</remarks>
internal static class SprigCases
{
    /// <summary>Changes the first letter of each word.</summary>
    public static string Title(string text, Func<char, char> change)
    {
        StringBuilder result = new(text.Length);
        var isFirst = true;
        foreach (var character in text)
        {
            result.Append(isFirst ? change(character) : character);
            isFirst = character < 128 ? !(char.IsAsciiLetterOrDigit(character) || character is '_' or '\'') : char.IsWhiteSpace(character);
        }

        return result.ToString();
    }

    public static string Swap(string text) =>
        string.Concat(text.Select(one => char.IsUpper(one) ? char.ToLowerInvariant(one) : char.ToUpperInvariant(one)));

    /// <summary><c>HTTPServer v2</c> is <c>http_server_v2</c>.</summary>
    public static string Separated(string text, char separator)
    {
        StringBuilder result = new(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            var current = text[at];
            if (current is ' ' or '_' or '-')
            {
                result.Append(separator);
                continue;
            }

            var previous = at > 0 ? text[at - 1] : separator;
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            var begins =
                at > 0
                && previous is not (' ' or '_' or '-')
                && (
                    (char.IsUpper(current) && (!char.IsUpper(previous) || char.IsLower(next)))
                    || (char.IsDigit(current) && !char.IsDigit(previous))
                );
            result.Append(begins ? separator.ToString() : "").Append(char.ToLowerInvariant(current));
        }

        return result.ToString();
    }

    /// <summary><c>http_server</c> is <c>HttpServer</c>.</summary>
    public static string Pascal(string text)
    {
        StringBuilder result = new(text.Length);
        var isFirst = true;
        foreach (var character in text)
        {
            if (character is ' ' or '_' or '-')
            {
                isFirst = true;
                continue;
            }

            result.Append(isFirst ? char.ToUpperInvariant(character) : character);
            isFirst = false;
        }

        return result.ToString();
    }
}
