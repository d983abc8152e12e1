namespace Seaworthy.Reading.Formats.Make;

/// <summary>The name, operator and value's offset of <c>NAME ?= value</c> in a line.</summary>
/// <param name="IsForTarget"><c>target: NAME = value</c>.</param>
internal sealed record MakeAssignment(string Name, string Operator, int ValueStart, bool IsForTarget)
{
    /// <summary>The assignment that a line is, if it is one.</summary>
    public static MakeAssignment? Find(string line)
    {
        var equals = FindOutside(line, '=');
        if (equals <= 0)
        {
            return null;
        }

        var nameEnd = equals;
        while (nameEnd > 0 && line[nameEnd - 1] is ':' or '?' or '+' or '!')
        {
            nameEnd--;
        }

        var left = line[..nameEnd].Trim();
        var colon = FindOutside(left, ':');
        var isForTarget = colon >= 0;
        var name = Bare(left[(colon + 1)..]);

        // `a: b c=d` is a rule with an odd prerequisite, `echo a = b` no assignment at all.
        return name.Length == 0 || name.AsSpan().ContainsAny(" \t") || left.Contains(';', StringComparison.Ordinal)
            ? null
            : new MakeAssignment(name, line[nameEnd..(equals + 1)], equals + 1, isForTarget);
    }

    /// <summary>The first such character outside of <c>$(…)</c> and <c>${…}</c>, or -1.</summary>
    public static int FindOutside(string text, char character, int start = 0)
    {
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == character && depth == 0)
            {
                return at;
            }

            depth += Depth(text, at, depth);
        }

        return -1;
    }

    /// <summary>The end of the word that begins here: references may hold blanks.</summary>
    public static int WordEnd(string text, int start, int end)
    {
        var depth = 0;
        var at = start;
        for (; at < end; at++)
        {
            if (depth == 0 && char.IsWhiteSpace(text[at]))
            {
                break;
            }

            depth += Depth(text, at, depth);
        }

        return at;
    }

    private static int Depth(string text, int at, int depth) =>
        text[at] switch
        {
            '(' or '{' when (at > 0 && text[at - 1] == '$') || depth > 0 => 1,
            ')' or '}' when depth > 0 => -1,
            _ => 0,
        };

    private static string Bare(string text)
    {
        text = text.Trim();
        foreach (var word in (ReadOnlySpan<string>)["export ", "override ", "private "])
        {
            text = text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..].Trim() : text;
        }

        return text;
    }
}
