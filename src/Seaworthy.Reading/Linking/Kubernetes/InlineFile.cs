using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>A text inside another file as a file of its own, of the same path: the rest is blanked, so that every fact keeps its line.</summary>
internal static class InlineFile
{
    public static SourceFile Of(MappedText text)
    {
        var file = text.File;
        var place = text.Span(0, text.Text.Length);
        // The first line starts at its indentation, as the others do.
        var start = file.Text.LastIndexOf('\n', Math.Max(0, Math.Min(place.Start, file.Text.Length) - 1)) + 1;
        return new SourceFile(
            file.Path,
            string.Create(
                file.Text.Length,
                new
                {
                    file.Text,
                    start,
                    place.End,
                },
                static (letters, source) =>
                {
                    for (var at = 0; at < letters.Length; at++)
                    {
                        var letter = source.Text[at];
                        letters[at] = (at >= source.start && at < source.End) || letter is '\n' or '\r' ? letter : ' ';
                    }
                }
            )
        );
    }
}
