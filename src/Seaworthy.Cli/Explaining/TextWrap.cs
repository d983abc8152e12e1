namespace Seaworthy.Cli.Explaining;

/// <summary>Text in lines of a width, broken between words.</summary>
internal static class TextWrap
{
    public static IEnumerable<string> Of(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
