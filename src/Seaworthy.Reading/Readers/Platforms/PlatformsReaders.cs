namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>The readers of platform descriptions (fly, Render, Vercel, Procfile).</summary>
internal static class PlatformsReaders
{
    public static IReadOnlyList<Reader> All { get; } = [];
}
