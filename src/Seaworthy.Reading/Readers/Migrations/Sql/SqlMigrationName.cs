using Seaworthy.Model.Declared.Migrations;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>What the path of an SQL file says about the migration in it.</summary>
/// <param name="Series">The directory that holds the whole history.</param>
/// <param name="Direction">Up, down, or null when the file states one way or both by itself.</param>
internal sealed record SqlMigrationName(MigrationTool Tool, string Id, string? Title, string Series, SqlDirection Direction)
{
    private static readonly string[] Folders = ["migrations", "migration", "migrate", "drizzle"];

    /// <summary>The migration that a path names, or null when it is any other SQL file.</summary>
    public static SqlMigrationName? Of(string path)
    {
        var parts = path.Split('/');
        var name = parts[^1];
        if (!name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var stem = name[..^4];
        return Flyway(parts, stem) ?? InOwnFolder(parts, stem) ?? GolangMigrate(parts, stem) ?? Plain(parts, stem);
    }

    /// <summary><c>V1_2__title.sql</c>, <c>U…</c> to undo, <c>R__…</c> repeatable.</summary>
    /// <remarks>Source: Flyway documentation, "Migrations", section "Naming".</remarks>
    private static SqlMigrationName? Flyway(string[] parts, string stem)
    {
        var split = stem.IndexOf("__", StringComparison.Ordinal);
        if (split < 1 || stem[0] is not ('V' or 'U' or 'R'))
        {
            return null;
        }

        var version = stem[1..split];
        var isVersion = version.Length > 0 && version.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '_');
        if (stem[0] == 'R' ? version.Length > 0 : !isVersion)
        {
            return null;
        }

        var direction = stem[0] == 'U' ? SqlDirection.Down : SqlDirection.Up;
        return new SqlMigrationName(
            MigrationTool.Flyway,
            version.Length > 0 ? version : stem,
            stem[(split + 2)..],
            Directory(parts, 1),
            direction
        );
    }

    /// <summary>Prisma and Diesel give every migration a directory: <c>20240101000000_title/migration.sql</c>, <c>…/up.sql</c>.</summary>
    private static SqlMigrationName? InOwnFolder(string[] parts, string stem)
    {
        if (parts.Length < 3 || !StartsWithDigits(parts[^2], out var id, out var title))
        {
            return null;
        }

        var series = Directory(parts, 2);
        return stem switch
        {
            "migration" => new SqlMigrationName(MigrationTool.Prisma, parts[^2], title, series, SqlDirection.Up),
            "up" => new SqlMigrationName(MigrationTool.Diesel, id, title, series, SqlDirection.Up),
            "down" => new SqlMigrationName(MigrationTool.Diesel, id, title, series, SqlDirection.Down),
            _ => null,
        };
    }

    /// <summary><c>000001_title.up.sql</c>; sqlx's reversible migrations look the same.</summary>
    private static SqlMigrationName? GolangMigrate(string[] parts, string stem)
    {
        var direction =
            stem.EndsWith(".up", StringComparison.Ordinal) ? SqlDirection.Up
            : stem.EndsWith(".down", StringComparison.Ordinal) ? SqlDirection.Down
            : (SqlDirection?)null;
        return direction is { } way && StartsWithDigits(stem[..stem.LastIndexOf('.')], out var id, out var title)
            ? new SqlMigrationName(MigrationTool.GolangMigrate, id, title, Directory(parts, 1), way)
            : null;
    }

    private static SqlMigrationName? Plain(string[] parts, string stem)
    {
        var folder = Array.FindLastIndex(parts[..^1], part => Folders.Contains(part, StringComparer.OrdinalIgnoreCase));
        if (folder < 0)
        {
            return null;
        }

        var tool = parts[folder] == "drizzle" ? MigrationTool.Drizzle : MigrationTool.PlainSql;
        return StartsWithDigits(stem, out var id, out var title)
            ? new SqlMigrationName(tool, id, title, Directory(parts, 1), SqlDirection.InFile)
            : new SqlMigrationName(tool, stem, stem, Directory(parts, 1), SqlDirection.InFile);
    }

    private static bool StartsWithDigits(string text, out string id, out string title)
    {
        var digits = 0;
        while (
            digits < text.Length
            && (
                char.IsAsciiDigit(text[digits])
                || digits > 0 && text[digits] == '-' && digits + 1 < text.Length && char.IsAsciiDigit(text[digits + 1])
            )
        )
        {
            digits++;
        }

        id = text[..digits];
        title = text[digits..].TrimStart('_', '-', '.');
        return digits > 0;
    }

    private static string Directory(string[] parts, int up) => string.Join('/', parts[..^up]);
}
