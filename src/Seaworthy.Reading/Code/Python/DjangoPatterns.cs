using System.Text;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Django's regular expressions for paths, written as plain paths: <c>^users/(?P&lt;id&gt;\d+)/$</c> is <c>users/&lt;id&gt;/</c>.</summary>
internal static class DjangoPatterns
{
    public static string Plain(string pattern)
    {
        StringBuilder path = new();
        for (var at = 0; at < pattern.Length; at++)
        {
            var character = pattern[at];
            if (character == '(')
            {
                at = Group(pattern, at, path);
            }
            else if (character == '\\')
            {
                // "\." is a dot; "\Z" an end.
                at++;
                path.Append(at < pattern.Length && !char.IsLetterOrDigit(pattern[at]) ? pattern[at] : "");
            }
            else if (character is not ('^' or '$' or '?'))
            {
                path.Append(character);
            }
        }

        return path.ToString();
    }

    private static int Group(string pattern, int at, StringBuilder path)
    {
        var depth = 0;
        var end = at;
        for (; end < pattern.Length; end++)
        {
            depth +=
                pattern[end] == '(' ? 1
                : pattern[end] == ')' ? -1
                : 0;
            if (depth == 0)
            {
                break;
            }
        }

        var name =
            pattern.IndexOf("?P<", at, StringComparison.Ordinal) is var start && start == at + 1
                ? pattern[(start + 3)..Math.Max(start + 3, pattern.IndexOf('>', start))]
                : "value";
        path.Append('<').Append(name).Append('>');
        return end;
    }
}
