namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>Walks a text line by line; a carriage return before the line break belongs to the break.</summary>
internal sealed class LineCursor(string text)
{
    private int next;

    /// <summary>Where the line starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends, before its break.</summary>
    public int End { get; private set; }

    /// <summary>Its first character that is no blank, or its end.</summary>
    public int Content { get; private set; }

    public bool IsBlank => Content == End;

    public bool IsComment => Content < End && text[Content] == '#';

    public bool Next()
    {
        if (next >= text.Length)
        {
            return false;
        }

        Start = next;
        var lineBreak = text.IndexOf('\n', next);
        next = lineBreak < 0 ? text.Length : lineBreak + 1;
        End = lineBreak < 0 ? text.Length : lineBreak;
        End -= End > Start && text[End - 1] == '\r' ? 1 : 0;
        Content = Start;
        while (Content < End && (char.IsWhiteSpace(text[Content]) || text[Content] == '\uFEFF'))
        {
            Content++;
        }

        return true;
    }

    /// <summary>The start of the line behind its tabs.</summary>
    public int SkipTabs()
    {
        var at = Start;
        while (at < End && text[at] == '\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>Takes the text up to an offset as read.</summary>
    public void MoveTo(int end) => End = end;
}
