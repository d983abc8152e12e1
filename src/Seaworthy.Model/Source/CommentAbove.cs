namespace Seaworthy.Model.Source;

/// <summary>The comment that is above a place without an empty line between, written with <c>#</c>.</summary>
public static class CommentAbove
{
    private const int MostLines = 11;

    /// <summary>Its last line, with its <c>#</c>; null where none stands within eleven lines.</summary>
    public static string? Of(SourceSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        for (var line = span.StartLine - 1; line > 0 && line >= span.StartLine - MostLines; line--)
        {
            var text = span.File.Lines.TextOf(line).Trim();
            if (text is "" or ['#', ..])
            {
                return text.Length == 0 ? null : text;
            }
        }

        return null;
    }
}
