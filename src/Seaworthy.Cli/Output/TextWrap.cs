using System.Text;

namespace Seaworthy.Cli.Output;

/// <summary>Text in lines of a width, broken between words. A word that is longer than a line stays whole: it is a path or a command, and is copied. Blanks within a line stay.</summary>
internal static class TextWrap
{
    public static IEnumerable<string> Of(string text, int width)
    {
        StringBuilder line = new();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
