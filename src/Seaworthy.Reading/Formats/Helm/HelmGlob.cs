using System.Text;
using System.Text.RegularExpressions;
using Seaworthy.Reading.Formats.GoTemplate.Running;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>Patterns of paths: <c>*</c>, <c>**</c>, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c>.</summary>
/// <remarks>gobwas/glob with <c>/</c> as separator, which <c>.Files.Glob</c> uses.</remarks>
internal static class HelmGlob
{
    private const int LengthLimit = 500;

    /// <exception cref="GoCallFault">It is no pattern.</exception>
    public static Predicate<string> Matcher(string pattern, bool separatesStars = false)
    {
        if (pattern.Length > LengthLimit)
        {
            throw new GoCallFault("the pattern is too long", GoFaultKind.Limit);
        }

        StringBuilder text = new("^");
        var depth = 0;
        for (var at = 0; at < pattern.Length; at++)
        {
            at += Append(pattern, at, text, ref depth, separatesStars);
        }

        try
        {
            Regex regex = new(
                text.Append("\\z").ToString(),
                RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline
            );
            return regex.IsMatch;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new GoCallFault("syntax error in pattern");
        }
    }

    private static int Append(string pattern, int at, StringBuilder text, ref int depth, bool separatesStars)
    {
        switch (pattern[at])
        {
            case '*' when !separatesStars && at + 1 < pattern.Length && pattern[at + 1] == '*':
                text.Append(".*");
                return 1;
            case '*':
                text.Append("[^/]*");
                return 0;
            case '?':
                text.Append("[^/]");
                return 0;
            case '{':
                depth++;
                text.Append("(?:");
                return 0;
            case '}' when depth > 0:
                depth--;
                text.Append(')');
                return 0;
            case ',' when depth > 0:
                text.Append('|');
                return 0;
            case '[' when pattern.IndexOf(']', at + 1) is > 0 and var end:
                text.Append('[')
                    .Append(pattern[(at + 1)..end].Replace("\\", "\\\\", StringComparison.Ordinal).Replace('!', '^'))
                    .Append(']');
                return end - at;
            case '\\' when at + 1 < pattern.Length:
                text.Append(Regex.Escape(pattern[(at + 1)..(at + 2)]));
                return 1;
            default:
                text.Append(Regex.Escape(pattern[at..(at + 1)]));
                return 0;
        }
    }
}
