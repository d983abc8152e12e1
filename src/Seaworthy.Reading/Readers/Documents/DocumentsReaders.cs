namespace Seaworthy.Reading.Readers.Documents;

/// <summary>The readers of texts for people.</summary>
internal static class DocumentsReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new MarkdownReader()];
}
