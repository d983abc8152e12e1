namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>The lines under which a place stands, by their indentation, nearest first: the keys around it in YAML, and in JSON that is laid out.</summary>
internal static class OuterLines
{
    // Asked of every secret of a file: what stands further up is no block that somebody reads as one.
    private const int MostLines = 500;

    public static IEnumerable<string> Of(string text, int at)
    {
        var lines = 0;
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        for (var indent = Indent(text, start); indent > 0 && start > 0 && lines < MostLines; lines++)
        {
            start = text.LastIndexOf('\n', Math.Max(0, start - 2)) + 1;
            var end = text.IndexOf('\n', start);
            var line = text[start..(end < 0 ? text.Length : end)].Trim();
            if (line is [] or ['#', ..] || Indent(text, start) >= indent)
            {
                continue;
            }

            yield return line;
            indent = Indent(text, start);
        }
    }

    private static int Indent(string text, int start)
    {
        var at = start;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at - start;
    }
}
