using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Tree;

/// <summary>Git's conflict markers: reported, and blanked together with the other side, so that every offset of our own side stays as it is in the file.</summary>
internal static class ConflictMarkers
{
    private const string Ours = "<<<<<<<";
    private const string Base = "|||||||";
    private const string Theirs = "=======";
    private const string End = ">>>>>>>";

    /// <summary>The text with markers and the other side turned to blanks; the text itself when there is no conflict.</summary>
    public static string Resolve(SourceFile file, List<Problem> problems)
    {
        var text = file.Text;
        if (!text.Contains(Ours, StringComparison.Ordinal) || !text.Contains(End, StringComparison.Ordinal))
        {
            return text;
        }

        var characters = text.ToCharArray();
        SourceSpan? open = null;
        var blanking = false;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
            var line = text.AsSpan(start, end - start);
            var isMarker = true;
            if (open is null && IsMarker(line, Ours))
            {
                open = new SourceSpan(file, start, line.TrimEnd('\r').Length);
            }
            else if (open is not null && (IsMarker(line, Base) || IsMarker(line, Theirs)))
            {
                blanking = true;
            }
            else if (open is { } conflict && IsMarker(line, End))
            {
                problems.Add(new Problem(ProblemKind.ConflictMarker, "unresolved git conflict markers", conflict));
                (open, blanking) = (null, false);
            }
            else
            {
                isMarker = false;
            }

            if (isMarker || blanking)
            {
                Blank(characters.AsSpan(start, end - start));
            }

            start = end + 1;
        }

        return problems.Count == 0 ? text : new string(characters);
    }

    private static bool IsMarker(ReadOnlySpan<char> line, string marker) =>
        line.StartsWith(marker, StringComparison.Ordinal) && (line.Length == marker.Length || line[marker.Length] is ' ' or '\r');

    private static void Blank(Span<char> line)
    {
        foreach (ref var character in line)
        {
            character = character == '\r' ? '\r' : ' ';
        }
    }
}
