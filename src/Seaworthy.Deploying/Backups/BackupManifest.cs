using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Backups;

/// <summary>What lies beside the copy of a store.</summary>
/// <param name="Id">Its name, by which it is restored.</param>
public sealed record BackupManifest(string Id, string Service, StoreKind Kind, DateTimeOffset At)
{
    public required string Image { get; init; }

    public IReadOnlyList<BackupPart> Parts { get; init; } = [];

    /// <summary>When it was restored into a scratch container and compared; null for an unproven one.</summary>
    public DateTimeOffset? ProvenAt { get; init; }

    /// <summary>What was compared: a line per table, index or file.</summary>
    public int Compared { get; init; }

    /// <summary>The key with which its files are encrypted; null when they are not.</summary>
    public string? Key { get; init; }

    /// <summary>When it was sent to another machine; null while it is here alone.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The tools of the store it was made with; null for archives of files.</summary>
    internal StoreCommands? Commands => Parts is [{ Path.Length: 0 }, ..] ? StoreCommands.Of(Kind) : null;

    public long Bytes => Parts.Sum(part => part.Bytes);
}
