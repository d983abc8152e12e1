namespace Seaworthy.Reading.Readers.Compose;

/// <summary>The readers of Compose files.</summary>
internal static class ComposeReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new ComposeReader()];
}
