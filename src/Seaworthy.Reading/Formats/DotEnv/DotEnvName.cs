namespace Seaworthy.Reading.Formats.DotEnv;

/// <summary>The left side of a statement: <c>[export] NAME =</c> or <c>NAME:</c>.</summary>
/// <param name="ValueStart">Behind the sign; -1 for a name alone.</param>
internal sealed record DotEnvName(bool IsExported, int NameStart, int NameEnd, int ValueStart)
{
    private const string Export = "export";

    /// <summary>The left side at an offset, or null when the line is no statement.</summary>
    public static DotEnvName? Read(string text, int at, int end)
    {
        var isExported =
            text.AsSpan(at, end - at).StartsWith(Export) && at + Export.Length < end && text[at + Export.Length] is ' ' or '\t';
        var start = isExported ? Skip(text, at + Export.Length, end) : at;
        var nameEnd = start;
        while (nameEnd < end && IsNameLetter(text[nameEnd]))
        {
            nameEnd++;
        }

        var sign = Skip(text, nameEnd, end);
        if (nameEnd == start)
        {
            return null;
        }

        if (sign == end || text[sign] is '\r' or '#')
        {
            return IsName(text, start, nameEnd) ? new DotEnvName(isExported, start, nameEnd, -1) : null;
        }

        // "NAME: value" as some readers take it; "http://…" is none of it.
        var isSign = text[sign] == '=' || (text[sign] == ':' && sign == nameEnd && sign + 1 < end && text[sign + 1] is ' ' or '\t');
        return isSign ? new DotEnvName(isExported, start, nameEnd, sign + 1) : null;
    }

    /// <summary><c>NAME=</c> in capitals, without blanks around the sign.</summary>
    public bool IsEnvironmentStyle(string text)
    {
        for (var at = NameStart; at < NameEnd; at++)
        {
            if (!char.IsAsciiLetterUpper(text[at]) && !char.IsAsciiDigit(text[at]) && text[at] != '_')
            {
                return false;
            }
        }

        return ValueStart == NameEnd + 1 && text[NameEnd] == '=' && NameEnd - NameStart > 1 && !char.IsAsciiDigit(text[NameStart]);
    }

    // A name alone on its line is taken from the caller's environment; prose is not.
    private static bool IsName(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]) && text[at] != '_')
            {
                return false;
            }
        }

        return !char.IsAsciiDigit(text[start]);
    }

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '[' or ']';

    private static int Skip(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
