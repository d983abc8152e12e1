namespace Seaworthy.Reading.Readers.Manifests;

/// <summary>The readers of package manifests and project files.</summary>
internal static class ManifestsReaders
{
    public static IReadOnlyList<Reader> All { get; } = [];
}
