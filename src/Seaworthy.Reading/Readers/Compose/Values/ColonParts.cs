using Seaworthy.Reading.Formats;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>Finds where to split a short form: separators outside <c>${…}</c> and brackets.</summary>
internal static class ColonParts
{
    /// <summary>The parts between separators, as start and end.</summary>
    public static IReadOnlyList<TextRange> Split(string text, char separator, bool keepBrackets = false)
    {
        List<TextRange> parts = [];
        int start = 0,
            braces = 0,
            brackets = 0;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '$' when at + 1 < text.Length && text[at + 1] == '{':
                    braces++;
                    at++;
                    break;
                case '{' when braces > 0:
                    braces++;
                    break;
                case '}' when braces > 0:
                    braces--;
                    break;
                case '[' when keepBrackets:
                    brackets++;
                    break;
                case ']' when brackets > 0:
                    brackets--;
                    break;
                case var character when character == separator && braces == 0 && brackets == 0:
                    parts.Add(new(start, at));
                    start = at + 1;
                    break;
            }
        }

        parts.Add(new(start, text.Length));
        return parts;
    }
}
