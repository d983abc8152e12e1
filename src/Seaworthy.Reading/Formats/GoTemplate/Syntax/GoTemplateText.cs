namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>The text of a template under the name that messages give it.</summary>
/// <param name="Name">The path as Helm names it, <c>chart/templates/file.yaml</c>.</param>
internal sealed record GoTemplateText(string Name, string Text)
{
    /// <summary>A template made it: it stands in no file.</summary>
    public bool IsMade { get; init; }

    /// <summary>The line from 1, and the column as Go counts it: bytes behind the last line break.</summary>
    public (int Line, int Column) Place(int position)
    {
        var before = Text.AsSpan(0, Math.Clamp(position, 0, Text.Length));
        var column = before[(before.LastIndexOf('\n') + 1)..];
        return (before.Count('\n') + 1, System.Text.Encoding.UTF8.GetByteCount(column));
    }
}
