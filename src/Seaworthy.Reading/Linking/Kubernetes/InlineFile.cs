using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>A text inside another file as a file of its own, of the same path: the rest is blanked, so that every fact keeps its line.</summary>
internal static class InlineFile
{
    public static SourceFile Of(MappedText text)
    {
        var file = text.File;
        var whole = file.Text;
        var place = text.Span(0, text.Text.Length);
        // The first line starts at its indentation, as the others do.
        var start = whole.LastIndexOf('\n', Math.Max(0, Math.Min(place.Start, whole.Length) - 1)) + 1;
        var end = Math.Max(start, Math.Min(place.End, whole.Length));
        return new SourceFile(
            file.Path,
            string.Create(
                whole.Length,
                new
                {
                    whole,
                    start,
                    end,
                },
                static (letters, source) =>
                {
                    // The file may be large and the text small: in whole stretches, not letter by letter.
                    var text = source.whole.AsSpan();
                    Blank(text[..source.start], letters[..source.start]);
                    text[source.start..source.end].CopyTo(letters[source.start..]);
                    Blank(text[source.end..], letters[source.end..]);
                }
            )
        );
    }

    private static void Blank(ReadOnlySpan<char> text, Span<char> letters)
    {
        letters.Fill(' ');
        for (var at = text.IndexOfAny('\n', '\r'); at >= 0; )
        {
            letters[at] = text[at];
            var next = text[(at + 1)..].IndexOfAny('\n', '\r');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
