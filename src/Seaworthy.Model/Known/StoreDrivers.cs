namespace Seaworthy.Model.Known;

/// <summary>The data store that a package connects to, from the words of its name: drivers, their wrappers, and packages that depend on one.</summary>
/// <remarks>Sources: the registries' pages of the drivers that the makers of PostgreSQL, MySQL, MariaDB and MongoDB list for each language.</remarks>
public static class StoreDrivers
{
    private static readonly Row[] Rows =
    [
        new(
            "PostgreSQL",
            ["postgres", "timescale", "postgis", "pgvector"],
            [
                "postgres",
                "psycopg",
                "asyncpg",
                "npgsql",
                "pgx",
                "pg8000",
                "pgvector",
                "pgjdbc",
                "pg-promise",
                "slonik",
                "supabase",
                "neon",
                "timescale",
            ],
            ["pg", "pg-native", "aiopg", "github.com/lib/pq", "github.com/go-pg/pg/v10"]
        ),
        new("MySQL", ["mysql", "mariadb", "percona"], ["mysql", "mariadb", "asyncmy", "planetscale", "trilogy"], []),
        new("MongoDB", ["mongo"], ["mongo", "beanie", "odmantic", "typegoose", "motor"], []),
    ];

    // Speak to several stores, by drivers of their own.
    private static readonly string[] Several = ["prisma", "@prisma/client", "hasura", "directus", "@strapi/strapi", "payload"];

    /// <summary>The store that a public image runs; null when it is none of these.</summary>
    public static string? StoreOf(string image) =>
        Array.Find(Rows, row => row.Images.Any(word => image.Contains(word, StringComparison.OrdinalIgnoreCase)))?.Store;

    /// <summary>The stores to which a program with these packages speaks; null where one of them speaks to any.</summary>
    public static IReadOnlyList<(string Store, string Package)>? SpokenTo(IReadOnlyList<string> packages) =>
        packages.Any(package => Several.Contains(package, StringComparer.OrdinalIgnoreCase))
            ? null
            :
            [
                .. from row in Rows
                let found = packages.FirstOrDefault(package => Speaks(row.Words, row.Names, package))
                where found is not null
                select (row.Store, found),
            ];

    private static bool Speaks(string[] words, string[] names, string package) =>
        names.Contains(package, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(words, word => package.Contains(word, StringComparison.OrdinalIgnoreCase));

    private sealed record Row(string Store, string[] Images, string[] Words, string[] Names);
}
