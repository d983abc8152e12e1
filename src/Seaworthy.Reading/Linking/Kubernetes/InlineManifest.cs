using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Objects written as text inside another file. The rest of that file is blanked, so that every fact keeps its line.</summary>
internal static class InlineManifest
{
    private static readonly KubernetesManifestReader Reader = new();

    public static IReadOnlyList<KubernetesObject> Objects(MappedText text)
    {
        var file = text.File;
        var place = text.Span(0, text.Text.Length);
        // The first line starts at its indentation, as the others do.
        var start = file.Text.LastIndexOf('\n', Math.Max(0, Math.Min(place.Start, file.Text.Length) - 1)) + 1;
        var blank = string.Create(
            file.Text.Length,
            (file.Text, start, place.End),
            static (letters, source) =>
            {
                for (var at = 0; at < letters.Length; at++)
                {
                    var letter = source.Text[at];
                    letters[at] = (at >= source.start && at < source.End) || letter is '\n' or '\r' ? letter : ' ';
                }
            }
        );
        return (Reader.Read(new FileSyntax(new SourceFile(file.Path, blank))) as KubernetesManifest)?.Objects ?? [];
    }
}
