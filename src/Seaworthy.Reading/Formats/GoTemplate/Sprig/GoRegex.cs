using System.Text;
using System.Text.RegularExpressions;
using Seaworthy.Reading.Formats.GoTemplate.Running;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>A regular expression of Go (RE2), written for .NET's matcher of linear time.</summary>
/// <remarks>Go standard library, package regexp/syntax.</remarks>
internal static class GoRegex
{
    private const int LengthLimit = 2_000;

    /// <exception cref="GoCallFault">It is none.</exception>
    public static Regex Of(string pattern)
    {
        if (pattern.Length > LengthLimit)
        {
            throw new GoCallFault("error parsing regexp: expression too large", GoFaultKind.Limit);
        }

        try
        {
            return new Regex(Translated(pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(2));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new GoCallFault($"error parsing regexp: invalid regular expression: `{pattern}`");
        }
    }

    private static string Translated(string pattern)
    {
        StringBuilder text = new(pattern.Length + 16);
        var isClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            var rest = pattern.AsSpan(at);
            if (rest is ['\\', var escaped, ..])
            {
                text.Append(Escape(escaped, isClass));
                at++;
            }
            else if (
                isClass
                && rest.StartsWith("[:", StringComparison.Ordinal)
                && rest.IndexOf(":]", StringComparison.Ordinal) is > 2 and var end
            )
            {
                text.Append(Named(rest[2..end].ToString()));
                at += end + 1;
            }
            else if (!isClass && rest.StartsWith("(?P<", StringComparison.Ordinal))
            {
                text.Append("(?<");
                at += 3;
            }
            else if (!isClass && rest[0] == '$')
            {
                text.Append(pattern.StartsWith("(?m", StringComparison.Ordinal) ? "$" : "\\z");
            }
            else
            {
                var opens = rest[0] == '[' && !isClass;
                isClass = opens || (isClass && rest[0] != ']');
                text.Append(isClass && !opens && rest[0] == '[' ? "\\[" : rest[0].ToString());
                if (opens && rest is ['[', '^', ']', ..] or ['[', ']', ..])
                {
                    var length = rest[1] == '^' ? 2 : 1;
                    text.Append(rest[1] == '^' ? "^\\]" : "\\]");
                    at += length;
                }
            }
        }

        return text.ToString();
    }

    private static string Escape(char escaped, bool isClass) =>
        escaped switch
        {
            'd' => isClass ? "0-9" : "[0-9]",
            'w' => isClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]",
            's' => isClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]",
            'D' when !isClass => "[^0-9]",
            'W' when !isClass => "[^0-9A-Za-z_]",
            'S' when !isClass => "[^\\t\\n\\f\\r ]",
            _ => "\\" + escaped,
        };

    private static string Named(string name) =>
        name switch
        {
            "alnum" => "0-9A-Za-z",
            "alpha" => "A-Za-z",
            "digit" => "0-9",
            "lower" => "a-z",
            "upper" => "A-Z",
            "space" => "\\t\\n\\v\\f\\r ",
            "xdigit" => "0-9A-Fa-f",
            "word" => "0-9A-Za-z_",
            "punct" => "!-/:-@\\[-`{-~",
            "blank" => "\\t ",
            _ => "",
        };
}
