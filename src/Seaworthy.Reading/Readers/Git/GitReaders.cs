namespace Seaworthy.Reading.Readers.Git;

/// <summary>The readers of git's own files.</summary>
internal static class GitReaders
{
    public static IReadOnlyList<Reader> All { get; } = [new GitAttributesReader()];
}
