namespace Seaworthy.Reading.Formats.Interpolation;

/// <summary>Finds <c>${NAME}</c> and <c>${NAME:-default}</c> in capitals, whatever the text is.</summary>
internal static class EnvironmentHoles
{
    public static IReadOnlyList<TextHole> Find(string text)
    {
        List<TextHole> holes = [];
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < text.Length && (char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            if (end > at + 2 && !char.IsAsciiDigit(text[at + 2]) && end < text.Length && text[end] is ('}' or ':'))
            {
                holes.Add(new(text[(at + 2)..end], text[end] == ':', at));
            }
        }

        return holes;
    }
}
