namespace Seaworthy.Deploying.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="File">Its name beside the manifest.</param>
/// <param name="Path">Where it comes from in the container; the database's own tool decides when it is empty.</param>
public sealed record BackupPart(string File, string Path, long Bytes, string Sha256);
