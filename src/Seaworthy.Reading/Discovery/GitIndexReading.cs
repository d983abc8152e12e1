namespace Seaworthy.Reading.Discovery;

/// <summary>What was read of an index.</summary>
/// <param name="Entries">Null for an index that is not understood.</param>
/// <param name="IsLeftToGit">Its entries are in order, and it holds something more that only git knows. A damaged one, or one that would fill the memory, is nobody's to read.</param>
internal sealed record GitIndexReading(IReadOnlyList<GitEntry>? Entries, bool IsLeftToGit)
{
    public static GitIndexReading Damaged { get; } = new(null, IsLeftToGit: false);

    public static GitIndexReading LeftToGit { get; } = new(null, IsLeftToGit: true);
}
