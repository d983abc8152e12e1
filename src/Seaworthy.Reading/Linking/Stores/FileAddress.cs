using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>The file in an address of a database that is one file.</summary>
/// <remarks>
/// Sources: SQLAlchemy, "Database URLs" (three slashes before a relative path); sqlx, <c>SqliteConnectOptions</c>; Microsoft Learn, "Connection strings" of Microsoft.Data.Sqlite;
/// H2, "Database URL Overview"; SQLite, "Uniform Resource Identifiers".
/// </remarks>
internal static class FileAddress
{
    private static readonly string[] Endings = [".db", ".db3", ".sqlite", ".sqlite3"];

    private static readonly string[] Keys = ["Data Source=", "DataSource=", "Filename="];

    /// <summary>The path in an address, or the text itself where it is a path with the ending of such a file; null for another database, and for one in memory.</summary>
    public static string? Of(string text, Language? language) => OfAddress(text, language) ?? (IsFile(text) ? Path(text) : null);

    /// <summary>The path behind a scheme or key that says what it is; null for everything else.</summary>
    public static string? OfAddress(string text, Language? language)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rest = text[(colon + 1)..];
        return (colon > 0 ? text[..colon] : "") switch
        {
            "sqlite" or "sqlite3" => Path(Behind(rest, language)),
            ['s', 'q', 'l', 'i', 't', 'e', '+', ..] => Path(Behind(rest, language)),
            "jdbc" when rest.StartsWith("sqlite:", StringComparison.Ordinal) => Path(rest["sqlite:".Length..]),
            "jdbc" when rest.StartsWith("h2:file:", StringComparison.Ordinal) => Path(rest["h2:file:".Length..]),
            "file" when IsFile(rest) => Path(rest.StartsWith("//", StringComparison.Ordinal) ? rest[2..] : rest),
            _ => OfKeys(text),
        };
    }

    // Python and Node count the third slash to the scheme, Rust does not.
    private static string Behind(string rest, Language? language) =>
        !rest.StartsWith("//", StringComparison.Ordinal) ? rest
        : language != Language.Rust && rest.StartsWith("///", StringComparison.Ordinal) ? rest[3..]
        : rest[2..];

    private static string? OfKeys(string text) =>
        Array.Find(Keys, key => text.StartsWith(key, StringComparison.OrdinalIgnoreCase)) is { } key
        && IsFile(text[key.Length..].Split(';')[0])
            ? Path(text[key.Length..])
            : null;

    /// <summary>The path without options; null where it is in memory, empty or computed.</summary>
    private static string? Path(string text) =>
        text.Split('?', ';')[0] is { Length: > 0 } path
        && !path.Contains(":memory:", StringComparison.Ordinal)
        && !path.Contains('$', StringComparison.Ordinal)
            ? path
            : null;

    private static bool IsFile(string text) =>
        !text.Contains(' ', StringComparison.Ordinal)
        && !text.Contains("://", StringComparison.Ordinal)
        && Endings.Any(ending => text.Split('?')[0].EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
