namespace Seaworthy.Model.Known.Images;

/// <summary>Relational databases.</summary>
internal static class DatabaseImages
{
    private static readonly RequiredVariables PostgresPassword = new(
        ["POSTGRES_PASSWORD", "POSTGRES_PASSWORD_FILE"],
        ["POSTGRES_HOST_AUTH_METHOD=trust"]
    );

    // Source: docker-library/postgres, pull request 658: the releases of February 2020 are the first that ask for a password.
    private static readonly IReadOnlyList<ImageVariant> PostgresWithoutPassword =
    [
        .. First("9.4", 26),
        .. First("9.5", 21),
        .. First("9.6", 17),
        .. First("10", 12),
        .. First("11", 7),
        .. First("12", 2),
    ];

    private static readonly ImageVariant PostgresAlpine = new(
        "alpine",
        row => row with { System = BaseSystem.Alpine, Tools = ["psql", "pg_isready", "pg_dump", "bash"], SomeHold = ["gosu", "xz"] }
    );

    // From release 18 on the volume is one directory higher; a mount at the old place stops the start.
    private static readonly IReadOnlyList<ImageVariant> PostgresReleases =
    [
        .. from release in new[] { "9", "10", "11", "12", "13", "14", "15", "16", "17" } select DataIn(release, "/var/lib/postgresql/data"),
        DataIn("18", "/var/lib/postgresql"),
        DataIn("19", "/var/lib/postgresql"),
    ];

    // Source: SQL Server documentation, "Run SQL Server Linux container images", tools in the container: release 2022 from its cumulative update 14 on,
    // and 2019 from 28 on (mssql-docker, issues 892 and 894).
    private static readonly IReadOnlyList<ImageVariant> SqlServerReleases =
    [
        .. from tag in new[] { "latest", "2019-latest", "2022-latest", "2025" }
            .Concat(Enumerable.Range(14, 16).Select(update => $"2022-CU{update}"))
            .Concat(Enumerable.Range(28, 5).Select(update => $"2019-CU{update}"))
        select new ImageVariant(
            tag,
            row =>
                row with
                {
                    Moved =
                    [
                        new(
                            "/opt/mssql-tools/bin/sqlcmd",
                            "/opt/mssql-tools18/bin/sqlcmd",
                            "with `-C`, since it requires a trusted certificate"
                        ),
                    ],
                }
        ),
        new("2017", row => row with { Moved = [] }),
    ];

    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("postgres", ImageRole.DataStore, "Docker Hub: postgres")
        {
            PortSettings = new(["PGPORT"], ["-p", "port", "config_file"], ["/etc/postgresql"]),
            Repositories = ["postgis/postgis", "pgvector/pgvector", "ankane/pgvector"],
            VariablePrefixes = ["POSTGRES", "PG"],
            FileVariables = ["POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_INITDB_ARGS"],
            Ports = [new(5432, "postgres") { Variable = "PGPORT" }],
            DropsRoot = true,
            Tools = ["psql", "pg_isready", "pg_dump", "gosu", "xz"],
            SomeHold = ["ps"],
            DataPaths = ["/var/lib/postgresql/data", "/var/lib/postgresql"],
            DataVariables = ["PGDATA"],
            DeclaresVolume = true,
            Required = [PostgresPassword],
            Variants = [PostgresAlpine, .. PostgresReleases, .. PostgresWithoutPassword],
        },
        new("timescale/timescaledb", ImageRole.DataStore, "Docker Hub: timescale/timescaledb")
        {
            Ports = [new(5432, "postgres") { Variable = "PGPORT" }],
            DropsRoot = true,
            System = BaseSystem.Alpine,
            Tools = ["psql", "pg_isready", "pg_dump", "bash"],
            SomeHold = ["gosu", "python3", "curl", "xz"],
            DataPaths = ["/var/lib/postgresql/data", "/var/lib/postgresql"],
            DeclaresVolume = true,
            Required = [PostgresPassword],
        },
        // With its own place for the data: timescale/timescaledb#8374, timescale/timescaledb-docker-ha#290.
        new("timescale/timescaledb-ha", ImageRole.DataStore, "Timescale documentation, Install TimescaleDB on Docker")
        {
            Ports = [new(5432, "postgres") { Variable = "PGPORT" }],
            User = "postgres",
            System = BaseSystem.Ubuntu,
            Tools = ["psql", "pg_isready", "pg_dump", "bash"],
            SomeHold = ["gosu", "python3", "curl", "wget", "xz", "vim", "less", "jq"],
            DataPaths = ["/home/postgres/pgdata/data"],
            Required = [PostgresPassword],
        },
        new("bitnami/postgresql", ImageRole.DataStore, "Docker Hub: bitnami/postgresql")
        {
            Repositories = ["bitnamilegacy/postgresql", "bitnamisecure/postgresql"],
            Ports = [new(5432, "postgres") { Variable = "POSTGRESQL_PORT_NUMBER" }],
            User = "1001",
            System = BaseSystem.Unknown,
            Tools = ["psql", "pg_isready", "pg_dump", "bash", "sh"],
            DataPaths = ["/bitnami/postgresql"],
            DeclaresVolume = true,
            Required =
            [
                new(
                    ["POSTGRESQL_PASSWORD", "POSTGRES_PASSWORD", "POSTGRESQL_PASSWORD_FILE", "POSTGRES_PASSWORD_FILE"],
                    ["ALLOW_EMPTY_PASSWORD=yes"]
                ),
            ],
        },
        new("bitnami/mysql", ImageRole.DataStore, "Docker Hub: bitnami/mysql")
        {
            Repositories = ["bitnamilegacy/mysql", "bitnamisecure/mysql"],
            Ports = [new(3306, "mysql") { Variable = "MYSQL_PORT_NUMBER" }],
            User = "1001",
            System = BaseSystem.Unknown,
            Tools = ["bash", "sh"],
            DataPaths = ["/bitnami/mysql"],
        },
        new("bitnami/mariadb", ImageRole.DataStore, "Docker Hub: bitnami/mariadb")
        {
            Repositories = ["bitnamilegacy/mariadb", "bitnamisecure/mariadb"],
            Ports = [new(3306, "mysql") { Variable = "MARIADB_PORT_NUMBER" }],
            User = "1001",
            System = BaseSystem.Unknown,
            Tools = ["bash", "sh"],
            DataPaths = ["/bitnami/mariadb"],
        },
        new("mysql", ImageRole.DataStore, "Docker Hub: mysql")
        {
            PortSettings = new(["MYSQL_TCP_PORT"], ["-P", "port", "defaults-file"], ["/etc/mysql", "/etc/my.cnf"]),
            FileVariables = ["MYSQL_ROOT_PASSWORD", "MYSQL_ROOT_HOST", "MYSQL_DATABASE", "MYSQL_USER", "MYSQL_PASSWORD"],
            VariablePrefixes = ["MYSQL"],
            Ports = [new(3306, "mysql"), new(33060, "mysqlx", "X protocol")],
            DropsRoot = true,
            System = BaseSystem.RedHat,
            Tools = ["mysql", "mysqladmin", "mysqldump", "gosu"],
            SomeHold = ["xz"],
            DataPaths = ["/var/lib/mysql"],
            HasFixedDataPath = true,
            DeclaresVolume = true,
            Required =
            [
                new(["MYSQL_ROOT_PASSWORD", "MYSQL_ROOT_PASSWORD_FILE", "MYSQL_ALLOW_EMPTY_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD"], []),
            ],
            Variants =
            [
                new("debian", row => row with { System = BaseSystem.Debian }),
                // These releases came on Debian and on Oracle Linux under the same tag.
                new("5", row => row with { SomeHold = ["xz", "apt-get"] }),
            ],
        },
        new("mariadb", ImageRole.DataStore, "Docker Hub: mariadb")
        {
            PortSettings = new(["MYSQL_TCP_PORT"], ["-P", "port", "defaults-file"], ["/etc/mysql", "/etc/my.cnf"]),
            FileVariables =
            [
                .. from prefix in new[] { "MARIADB_", "MYSQL_" }
                from name in new[] { "ROOT_PASSWORD", "DATABASE", "USER", "PASSWORD" }
                select prefix + name,
            ],
            VariablePrefixes = ["MARIADB", "MYSQL"],
            Ports = [new(3306, "mysql")],
            DropsRoot = true,
            System = BaseSystem.Ubuntu,
            Tools = ["mariadb", "mariadb-admin", "healthcheck.sh", "gosu"],
            SomeHold = ["mysql", "mysqladmin", "xz", "ps"],
            DataPaths = ["/var/lib/mysql"],
            HasFixedDataPath = true,
            DeclaresVolume = true,
            Required =
            [
                new(
                    [
                        "MARIADB_ROOT_PASSWORD",
                        "MARIADB_ROOT_PASSWORD_FILE",
                        "MARIADB_ROOT_PASSWORD_HASH",
                        "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
                        "MARIADB_RANDOM_ROOT_PASSWORD",
                        "MYSQL_ROOT_PASSWORD",
                        "MYSQL_ROOT_PASSWORD_FILE",
                        "MYSQL_ALLOW_EMPTY_PASSWORD",
                        "MYSQL_RANDOM_ROOT_PASSWORD",
                    ],
                    []
                ),
            ],
            Variants =
            [
                // The programs lost their old names in release 11.
                new("11", row => row with { SomeHold = ["xz", "ps"] }),
                new("12", row => row with { SomeHold = ["xz", "ps"] }),
                new("10", row => row with { Tools = [.. row.Tools, "mysql", "mysqladmin"] }),
                new("ubi9", row => row with { System = BaseSystem.RedHat }),
            ],
        },
        new("mcr.microsoft.com/mssql/server", ImageRole.DataStore, "Microsoft Artifact Registry: mssql/server")
        {
            Repositories = ["mcr.microsoft.com/mssql/rhel/server"],
            Ports = [new(1433, "mssql") { Variable = "MSSQL_TCP_PORT" }],
            User = "mssql",
            System = BaseSystem.Unknown,
            DataPaths = ["/var/opt/mssql", "/var/opt/mssql/data"],
            Required = [new(["ACCEPT_EULA"], []), new(["MSSQL_SA_PASSWORD", "SA_PASSWORD"], [])],
            Variants = SqlServerReleases,
        },
        new("cockroachdb/cockroach", ImageRole.DataStore, "CockroachDB documentation, Start a cluster in Docker")
        {
            Ports = [new(26257, "postgres"), new(8080, "http", "console")],
            System = BaseSystem.RedHat,
            DataPaths = ["/cockroach/cockroach-data"],
            Paths = [new("/health", 8080, PathPurpose.Health), new("/_status/vars", 8080, PathPurpose.Metrics)],
        },
        new("clickhouse/clickhouse-server", ImageRole.DataStore, "Docker Hub: clickhouse/clickhouse-server")
        {
            Repositories = ["clickhouse", "yandex/clickhouse-server"],
            Ports = [new(8123, "http"), new(9000, "clickhouse", "native protocol"), new(9009, "clickhouse", "replication")],
            DropsRoot = true,
            System = BaseSystem.Ubuntu,
            Tools = ["clickhouse", "clickhouse-client", "wget"],
            SomeHold = ["curl", "bash"],
            DataPaths = ["/var/lib/clickhouse"],
            DeclaresVolume = true,
            Paths = [new("/ping", 8123, PathPurpose.Health)],
            Variants =
            [
                new("alpine", row => row with { System = BaseSystem.Alpine }),
                new("distroless", row => row with { System = BaseSystem.None }),
            ],
        },
    ];

    private static ImageVariant DataIn(string release, string path) => new(release, row => row with { DataPaths = [path] });

    private static IEnumerable<ImageVariant> First(string series, int releases) =>
        from release in Enumerable.Range(0, releases)
        select new ImageVariant($"{series}.{release}", row => row with { Required = [] });
}
