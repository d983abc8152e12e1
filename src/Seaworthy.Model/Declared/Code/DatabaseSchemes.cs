using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>Schemes of database addresses, as source compares and replaces them.</summary>
internal static class DatabaseSchemes
{
    private static readonly string[] Schemes =
    [
        "postgres",
        "postgresql",
        "+asyncpg",
        "+psycopg",
        "+psycopg2",
        "mysql",
        "+pymysql",
        "+aiomysql",
        "+asyncmy",
        "sqlite",
        "+aiosqlite",
    ];

    private static readonly string[] Ends = ["://\"", "://'", ":\"", ":'", "+\"", "+'"];

    /// <summary>A scheme ends a text, or SQLAlchemy's <c>drivername</c> is set.</summary>
    public static bool AreChangedIn(SourceFile file) =>
        file.Text.Contains("drivername", StringComparison.Ordinal)
        || Array.Exists(Schemes, scheme => Array.Exists(Ends, end => file.Text.Contains(scheme + end, StringComparison.Ordinal)));
}
