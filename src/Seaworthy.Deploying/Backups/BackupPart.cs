using System.Globalization;

namespace Seaworthy.Deploying.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="File">Its name beside the manifest.</param>
/// <param name="Path">Where it comes from in the container; the database's own tool decides when it is empty.</param>
public sealed record BackupPart(string File, string Path, long Bytes, string Sha256)
{
    private const string OfSqlite = "sqlite-";

    /// <summary>It belongs to a SQLite database that was copied while nothing wrote to it.</summary>
    internal bool IsOfSqlite => File.StartsWith(OfSqlite, StringComparison.Ordinal);

    /// <summary>It is a SQLite database, and not the log or the journal of one.</summary>
    internal bool IsSqlite => IsOfSqlite && File.Split('-').Length == 2;

    /// <summary>The directory in which its archive is unpacked.</summary>
    internal string Directory => Path.TrimEnd('/').LastIndexOf('/') is > 0 and var at ? Path[..at] : "/";

    internal static BackupPart OfVolume(int number, string path) =>
        new(string.Create(CultureInfo.InvariantCulture, $"files-{number}.tar"), path, 0, "");

    /// <param name="number">Of the database.</param>
    /// <param name="path">The database.</param>
    /// <param name="ending">What its log or journal is called behind its own name; empty for itself.</param>
    internal static BackupPart Sqlite(int number, string path, string ending) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{OfSqlite}{number}{ending}.tar"), path + ending, 0, "");
}
