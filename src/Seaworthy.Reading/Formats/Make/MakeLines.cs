namespace Seaworthy.Reading.Formats.Make;

/// <summary>Splits a Makefile into logical lines.</summary>
internal static class MakeLines
{
    public static IEnumerable<MakeLine> Of(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = LogicalEnd(text, start);
            var line = text[start..end].TrimEnd('\r');
            yield return new MakeLine(start, start + line.Length, line.StartsWith('\t') ? line : WithoutComment(line));
            start = end + 1;
        }
    }

    /// <summary>Continued lines joined by one blank, as make reads a value.</summary>
    public static string Unfolded(string value)
    {
        if (!value.Contains('\n', StringComparison.Ordinal))
        {
            return value.Trim();
        }

        var lines = value.Split('\n').Select(line => line.Trim().TrimEnd('\\').Trim());
        return string.Join(' ', lines).Trim();
    }

    private static int LogicalEnd(string text, int start)
    {
        var at = start;
        while (true)
        {
            var line = text.IndexOf('\n', at);
            if (line < 0)
            {
                return text.Length;
            }

            var last = line > 0 && text[line - 1] == '\r' ? line - 2 : line - 1;
            if (!IsContinued(text, at, last))
            {
                return line;
            }

            at = line + 1;
        }
    }

    /// <summary>An odd number of backslashes continues the line.</summary>
    private static bool IsContinued(string text, int start, int last)
    {
        var count = 0;
        while (last - count >= start && text[last - count] == '\\')
        {
            count++;
        }

        return count % 2 == 1;
    }

    private static string WithoutComment(string line)
    {
        for (var at = line.IndexOf('#', StringComparison.Ordinal); at >= 0; at = line.IndexOf('#', at + 1))
        {
            if (at == 0 || line[at - 1] != '\\')
            {
                return line[..at].TrimEnd();
            }
        }

        return line.TrimEnd();
    }
}
