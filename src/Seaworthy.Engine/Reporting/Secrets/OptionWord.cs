namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The word behind an option of a command: glued to it, behind a blank or an equals sign, or the next of a list.</summary>
internal static class OptionWord
{
    public static Range After(string text, int from)
    {
        var start = from;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '\'' or ',' or '=' or '\\'))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or ',' or ']' or '\\'))
        {
            end++;
        }

        return start..end;
    }
}
