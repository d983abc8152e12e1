namespace Seaworthy.Rules.Pipelines;

/// <summary>Variables that a text of commands sets and then uses without a backslash: where each is set, and its first later use.</summary>
internal static class InnerVariables
{
    private static readonly HashSet<string> BeforeAssignments = new(StringComparer.Ordinal)
    {
        "export",
        "local",
        "readonly",
        "declare",
        "then",
        "do",
        "else",
    };

    // Set where the text is sent, too, if to other values.
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "HOME",
        "PATH",
        "USER",
        "PWD",
        "SHELL",
        "HOSTNAME",
        "LANG",
        "TMPDIR",
        "IFS",
        "CI",
        "LOGNAME",
    };

    public static IReadOnlyList<InnerVariable> Of(string text)
    {
        Dictionary<string, int> assigned = new(StringComparer.Ordinal);
        Dictionary<string, InnerVariable> found = new(StringComparer.Ordinal);
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\')
            {
                at += 2;
            }
            else if (text[at] == '$')
            {
                var start = at + 1 < text.Length && text[at + 1] == '{' ? at + 2 : at + 1;
                var name = Name(text, start);
                if (assigned.TryGetValue(name, out var place) && place < at)
                {
                    found.TryAdd(name, new InnerVariable(name, place, at));
                }

                at = start + name.Length;
            }
            else if (Name(text, at) is { Length: > 0 } word)
            {
                if (Assigned(text, at, word) is { } name && !Everywhere.Contains(name.Word))
                {
                    assigned.TryAdd(name.Word, name.At);
                }

                at += word.Length;
            }
            else
            {
                at++;
            }
        }

        return [.. found.Values];
    }

    /// <summary><c>NAME=value</c> as a separate statement, or <c>for NAME in</c>.</summary>
    private static (string Word, int At)? Assigned(string text, int at, string word)
    {
        var end = at + word.Length;
        if (word == "for" && end < text.Length && text[end] == ' ' && IsStart(text, at))
        {
            var name = Name(text, end + 1);
            return name.Length > 0 ? (name, end + 1) : null;
        }

        return end < text.Length && text[end] == '=' && IsStart(text, at) && EndsStatement(text, end + 1) ? (word, at) : null;
    }

    private static bool IsStart(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && text[before] is ' ' or '\t')
        {
            before--;
        }

        if (before < 0 || text[before] is '\n' or ';' or '&' or '|' or '(' or '{')
        {
            return true;
        }

        var start = before;
        while (start >= 0 && char.IsAsciiLetter(text[start]))
        {
            start--;
        }

        return before < at - 1 && BeforeAssignments.Contains(text[(start + 1)..(before + 1)]);
    }

    /// <summary>Whether nothing but the value follows: in front of a program the variable is that program's alone.</summary>
    private static bool EndsStatement(string text, int at)
    {
        var depth = 0;
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\\')
            {
                at++;
            }
            else if (quote != '\0')
            {
                quote = letter == quote && depth == 0 ? '\0' : quote;
            }
            else if (letter is '"' or '\'' or '`' && depth == 0)
            {
                quote = letter;
            }
            else if (letter == '(')
            {
                depth++;
            }
            else if (letter == ')' && depth > 0)
            {
                depth--;
            }
            else if (depth == 0 && letter is '\n' or ';' or '&' or '|' or ')')
            {
                return true;
            }
            else if (
                depth == 0
                && letter is ' ' or '\t'
                && text.AsSpan(at).TrimStart(" \t") is not ([] or ['\n' or ';' or '&' or '|' or '#', ..])
            )
            {
                return false;
            }
        }

        return true;
    }

    private static string Name(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end > at && !char.IsAsciiDigit(text[at]) ? text[at..end] : "";
    }
}
