using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>
/// What stands behind a key that promises a secret in YAML that no parser takes: <c>password: ab: X</c>, <c>password: "ab"X</c>, <c>password: *X</c>. Its end is that of the line, or of the brackets around it.
/// </summary>
internal static class BrokenValues
{
    private const string BehindAlias = " ,}]\r\n\t&";

    /// <param name="line">The line, or the part of it that is shown.</param>
    /// <param name="anchors">Those of the whole file: an alias is one when there is its anchor.</param>
    public static IEnumerable<Range> In(string line, Lazy<HashSet<string>> anchors)
    {
        for (var colon = Colon(line, 0); colon >= 0; colon = Colon(line, colon + 1))
        {
            var start = colon + 1;
            while (start < line.Length && line[start] is ' ' or '\t')
            {
                start++;
            }

            if (start < line.Length && IsPromise(line.AsSpan(0, colon)) && Value(line, start, anchors) is { End.Value: > 0 } value)
            {
                yield return value;
                yield break;
            }
        }
    }

    public static Lazy<HashSet<string>> Anchors(string text) =>
        new(() =>
        {
            HashSet<string> anchors = new(StringComparer.Ordinal);
            for (var sign = text.IndexOf('&', StringComparison.Ordinal); sign >= 0; sign = text.IndexOf('&', sign))
            {
                var end = sign + 1 + Length(text.AsSpan(sign + 1), BehindAlias);
                anchors.Add(text[(sign + 1)..end]);
                sign = end;
            }

            return anchors;
        });

    private static int Colon(string line, int from) => from < line.Length ? line.IndexOf(": ", from, StringComparison.Ordinal) : -1;

    private static bool IsPromise(ReadOnlySpan<char> before)
    {
        var key = before.TrimEnd("'\"");
        var start = key.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(key[start - 1]) || key[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        return SecretWords.Promise(key[start..]) && key[..start].TrimEnd("'\" ") is [] or [.., '{' or ',' or '-' or '['];
    }

    private static Range Value(string line, int start, Lazy<HashSet<string>> anchors)
    {
        var isInner = line.AsSpan(0, start).ContainsAny('{', '[');
        switch (line[start])
        {
            case '*':
                var alias = start + 1 + Length(line.AsSpan(start + 1), BehindAlias);
                return anchors.Value.Contains(line[(start + 1)..alias]) ? default : (start + 1)..alias;
            case '"' or '\'':
                var close = QuotedText.End(line, start + 1, line[start]);
                return close >= 0 && IsMore(line.AsSpan(close + 1), isInner) ? (start + 1)..End(line, close + 1, isInner) : default;
            case '|' or '>' or '&' or '!' or '{' or '[' or '#' or '$':
                return default;
            default:
                var end = End(line, start, isInner: false);
                return !isInner && line.AsSpan(start..end).Contains(": ", StringComparison.Ordinal) ? start..end : default;
        }
    }

    /// <summary>A text in quotation marks ends with its line, a comment, or what closes the collection.</summary>
    private static bool IsMore(ReadOnlySpan<char> behind, bool isInner)
    {
        var rest = behind.TrimStart();
        return rest.Length > 0 && (isInner ? rest[0] is not (',' or '}' or ']' or '#' or ':') : rest[0] is not ('#' or ':'));
    }

    private static int End(string line, int from, bool isInner)
    {
        var rest = line.AsSpan(from);
        var length =
            isInner && rest.IndexOfAny('}', ']') is >= 0 and var close ? close
            : rest.IndexOf(" #") is >= 0 and var comment ? comment
            : rest.Length;
        return from + rest[..length].TrimEnd().Length;
    }

    private static int Length(ReadOnlySpan<char> text, string stops) => text.IndexOfAny(stops) is var end and >= 0 ? end : text.Length;
}
