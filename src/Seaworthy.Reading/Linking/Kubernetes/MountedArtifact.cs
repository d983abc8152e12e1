using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Readers;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>The contents of a ConfigMap file, for the containers that mount it.</summary>
internal static class MountedArtifact
{
    /// <summary>By the first of the readers that knows it; null when none does, or when it is written on one line, with escapes.</summary>
    public static T? Read<T>(MountedText file, params IEnumerable<Reader> readers)
        where T : Artifact
    {
        // Most are for no reader, and a text of its own costs as much as the file that holds it.
        var accepting = readers.Where(reader => reader.Accepts(file.Path)).ToList();
        if (accepting.Count == 0 || !IsBlock(file.Text))
        {
            return null;
        }

        FileSyntax syntax = new(InlineFile.Of(file.Text));
        return accepting.Select(reader => reader.Read(syntax)).OfType<T>().FirstOrDefault();
    }

    private static bool IsBlock(MappedText text) =>
        text.Text.AsSpan().TrimEnd().Count('\n') is > 0 and var lines
        && text.Span(0, text.Text.Length).Text.AsSpan().TrimEnd().Count('\n') == lines;
}
