namespace Seaworthy.Reading.Formats.Make;

/// <summary>Splits a Makefile into logical lines.</summary>
/// <remarks>Source: GNU make manual, 3.1.1 "Splitting Long Lines", 6.14 "Other Special Variables".</remarks>
internal static class MakeLines
{
    public static IEnumerable<MakeLine> Of(string text)
    {
        var prefix = '\t';
        for (var start = 0; start < text.Length; )
        {
            var end = LogicalEnd(text, start);
            var line = text[start..end].TrimEnd('\r');
            var isRecipe = line.StartsWith(prefix);
            var counts = isRecipe ? line : WithoutComment(line);
            prefix = isRecipe ? prefix : RecipePrefix(counts) ?? prefix;
            yield return new MakeLine(start, start + line.Length, counts, isRecipe);
            start = end + 1;
        }
    }

    /// <summary>What the recipe lines behind this line begin with, when it says so.</summary>
    private static char? RecipePrefix(string line) =>
        line.TrimStart().StartsWith(".RECIPEPREFIX", StringComparison.Ordinal)
        && MakeAssignment.Find(line) is { Name: ".RECIPEPREFIX", IsForTarget: false } set
            ? line.AsSpan(set.ValueStart).TrimStart() is [var first, ..]
                ? first
                : '\t'
            : null;

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
