namespace Seaworthy.Reading.Readers.Code;

/// <summary>The readers of application source.</summary>
internal static class CodeReaders
{
    public static IReadOnlyList<Reader> All { get; } = [];
}
