using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Extensions that PostgreSQL's official image does not hold, each with an image that does.</summary>
/// <remarks>Sources: PostgreSQL documentation, appendix F (what is held); Docker Hub: pgvector/pgvector, postgis/postgis, timescale/timescaledb, pgrouting/pgrouting, apache/age.</remarks>
public static class PostgresExtensions
{
    private static readonly FrozenDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["vector"] = "pgvector/pgvector",
        ["postgis"] = "postgis/postgis",
        ["postgis_topology"] = "postgis/postgis",
        ["postgis_raster"] = "postgis/postgis",
        ["timescaledb"] = "timescale/timescaledb",
        ["vectorscale"] = "timescale/timescaledb-ha",
        ["pgrouting"] = "pgrouting/pgrouting",
        ["age"] = "apache/age",
        ["pgroonga"] = "groonga/pgroonga",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Part of every installation of the server.
    private static readonly FrozenSet<string> Held = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "uuid-ossp",
        "pgcrypto",
        "pg_trgm",
        "citext",
        "hstore",
        "btree_gin",
        "btree_gist",
        "unaccent",
        "ltree",
        "fuzzystrmatch",
        "pg_stat_statements",
        "postgres_fdw",
        "tablefunc",
        "intarray",
        "cube",
        "earthdistance",
        "plpgsql"
    );

    /// <summary>Whether anything is known of the extension.</summary>
    public static bool Knows(string extension) => Held.Contains(extension) || Elsewhere.ContainsKey(extension);

    /// <summary>The image that holds it; null when the official one does, or nothing is known.</summary>
    public static string? HeldBy(string extension) => Elsewhere.GetValueOrDefault(extension);
}
