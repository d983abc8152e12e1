using System.Globalization;
using System.Text;
using System.Text.Json;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>Arguments that may be a JSON array of strings. The tool reads strictly: one comma or comment too much makes the text a shell form.</summary>
/// <param name="Words">Null when the text is no valid array of strings.</param>
/// <param name="LooksLikeArray">Starts with <c>[</c>, and is no test of the shell: <c>[[ -f /ready ]]</c>, <c>[ -f /ready ]</c>; nor a template that a program fills in.</param>
/// <param name="HoldsOtherValues">Valid JSON, but not only strings: the tool refuses the file.</param>
internal sealed record ExecForm(IReadOnlyList<Fact<string>>? Words, bool LooksLikeArray, bool HoldsOtherValues)
{
    private static readonly ExecForm None = new(null, false, false);

    public static ExecForm Read(MappedText text)
    {
        var start = text.Text.AsSpan().TrimStart();
        if (!start.StartsWith("[") || start.StartsWith("[[ ") || start.StartsWith("[ -") || start.Contains("{{", StringComparison.Ordinal))
        {
            return None;
        }

        var words = Strings(text);
        return new ExecForm(words, true, words is null && IsArray(text.Text));
    }

    private static List<Fact<string>>? Strings(MappedText mapped)
    {
        var text = mapped.Text;
        List<Fact<string>> words = [];
        var at = SkipBlanks(text, text.IndexOf('[', StringComparison.Ordinal) + 1);
        while (at < text.Length && text[at] != ']')
        {
            if (words.Count > 0 && (text[at] != ',' || (at = SkipBlanks(text, at + 1)) >= text.Length))
            {
                return null;
            }

            StringBuilder word = new();
            var end = String(text, at, word);
            if (end < 0)
            {
                return null;
            }

            words.Add(new Fact<string>(word.ToString(), mapped.Span(at + 1, end - at - 2)));
            at = SkipBlanks(text, end);
        }

        return at < text.Length && SkipBlanks(text, at + 1) == text.Length ? words : null;
    }

    /// <summary>The offset behind the string that starts at an offset, or -1.</summary>
    private static int String(string text, int at, StringBuilder word)
    {
        if (text[at] != '"')
        {
            return -1;
        }

        for (at++; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    return at + 1;
                case < ' ':
                    return -1;
                case '\\' when at + 1 < text.Length && Simple(text[at + 1]) is { } plain:
                    word.Append(plain);
                    at++;
                    break;
                case '\\' when at + 5 < text.Length && text[at + 1] == 'u' && TryHex(text.AsSpan(at + 2, 4), out var code):
                    word.Append(code);
                    at += 5;
                    break;
                case '\\':
                    return -1;
                default:
                    word.Append(text[at]);
                    break;
            }
        }

        return -1;
    }

    private static char? Simple(char escaped) =>
        escaped switch
        {
            '"' or '\\' or '/' => escaped,
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            _ => null,
        };

    private static bool TryHex(ReadOnlySpan<char> digits, out char code)
    {
        var valid = ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number);
        code = (char)number;
        return valid;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }

        return at;
    }

    private static bool IsArray(string text) => JsonText.Read(text, root => root.ValueKind == JsonValueKind.Array, otherwise: false);
}
