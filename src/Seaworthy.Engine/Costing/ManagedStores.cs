namespace Seaworthy.Engine.Costing;

/// <summary>
/// Databases and caches as services, one instance without a standby (fly.io's has one always). What a provider runs and has no fixed price by instance (Upstash on fly.io, Firestore), or none that is known here (Azure's for MongoDB),
/// is priced as a container with a disk, like everything of Hetzner, who runs none.
/// </summary>
internal static class ManagedStores
{
    private const decimal Hours = 730;

    private const string Rds = "https://aws.amazon.com/rds/pricing/";
    private const string ElastiCache = "https://aws.amazon.com/elasticache/pricing/";
    private const string DocumentDb = "https://aws.amazon.com/documentdb/pricing/";
    private const string AzureRedis = "https://azure.microsoft.com/pricing/details/cache/";
    private const string CloudSqlPage = "https://cloud.google.com/sql/pricing";
    private const string Memorystore = "https://cloud.google.com/memorystore/docs/redis/pricing";
    private const string FlyPostgres = "https://fly.io/docs/mpg/overview/";

    private static readonly string[] Postgres = ["postgres", "bitnami/postgresql"];
    private static readonly string[] MySql = ["mysql", "bitnami/mysql"];
    private static readonly string[] MariaDb = ["mariadb", "bitnami/mariadb"];
    private static readonly string[] MongoDb = ["mongo", "bitnami/mongodb"];
    private static readonly string[] Redis = ["redis", "bitnami/redis", "valkey/valkey"];
    private static readonly string[] Memcached = ["memcached"];

    public static IReadOnlyList<ManagedStore> Aws { get; } =
    [
        AmazonRds("RDS for PostgreSQL", Postgres),
        AmazonRds("RDS for MySQL", MySql),
        AmazonRds("RDS for MariaDB", MariaDb),
        new(
            "ElastiCache",
            [.. Redis, .. Memcached],
            [
                Known("cache.t4g.micro", 2, 0.5m, 0.016m * Hours, ElastiCache),
                Known("cache.t4g.small", 2, 1.37m, 0.032m * Hours, ElastiCache),
                Known("cache.t4g.medium", 2, 3.09m, 0.065m * Hours, ElastiCache),
                Known("cache.m7g.large", 2, 6.38m, 0.158m * Hours, ElastiCache),
            ],
            Storage: null
        ),
        new(
            "DocumentDB",
            MongoDb,
            [Known("db.t4g.medium", 2, 4, 0.07566m * Hours, DocumentDb), Known("db.r6g.large", 2, 16, 0.26341m * Hours, DocumentDb)],
            new("GB of storage (DocumentDB)", 0.10m, DocumentDb, "2026-06", PriceBasis.Quoted)
        ),
    ];

    public static IReadOnlyList<ManagedStore> Azure { get; } =
    [
        AzureFlexible("Database for PostgreSQL", Postgres, "https://azure.microsoft.com/pricing/details/postgresql/flexible-server/"),
        AzureFlexible("Database for MySQL", MySql, "https://azure.microsoft.com/pricing/details/mysql/"),
        new(
            "Cache for Redis, Basic",
            Redis,
            [
                Known("C0", 1, 0.25m, 0.022m * Hours, AzureRedis),
                Known("C1", 1, 1, 0.055m * Hours, AzureRedis),
                Known("C2", 2, 2.5m, 0.09m * Hours, AzureRedis),
                Known("C3", 4, 6, 0.18m * Hours, AzureRedis),
            ],
            Storage: null
        ),
    ];

    public static IReadOnlyList<ManagedStore> Google { get; } =
    [
        GoogleCloudSql("Cloud SQL for PostgreSQL", Postgres),
        GoogleCloudSql("Cloud SQL for MySQL", MySql),
        new(
            "Memorystore for Redis, Basic",
            Redis,
            [.. new[] { 1, 2, 4, 8 }.Select(size => Known($"{size} GB", 2, size, size * 0.049m * Hours, Memorystore))],
            Storage: null
        ),
    ];

    public static IReadOnlyList<ManagedStore> Fly { get; } =
    [
        new(
            "Managed Postgres",
            Postgres,
            [Known("Basic", 2, 1, 38, FlyPostgres), Known("Starter", 2, 2, 72, FlyPostgres), Known("Launch", 2, 8, 282, FlyPostgres)],
            new("GB of storage (Managed Postgres)", 0.28m, FlyPostgres, "2025-06", PriceBasis.Known)
        ),
    ];

    private static ManagedStore AmazonRds(string service, IReadOnlyList<string> engines) =>
        new(
            service,
            engines,
            [
                Quoted("db.t4g.micro", 2, 1, 0.016m * Hours, Rds, "2026-06"),
                Quoted("db.t4g.small", 2, 2, 0.032m * Hours, Rds, "2026-06"),
                Quoted("db.t4g.medium", 2, 4, 0.065m * Hours, Rds, "2026-06"),
                Known("db.m6g.large", 2, 8, 0.159m * Hours, Rds),
                Known("db.m6g.xlarge", 4, 16, 0.318m * Hours, Rds),
            ],
            new("GB of storage (RDS, gp3)", 0.115m, Rds, "2026-06", PriceBasis.Quoted)
        );

    private static ManagedStore AzureFlexible(string service, IReadOnlyList<string> engines, string page) =>
        new(
            $"{service}, flexible server",
            engines,
            [
                Known("B1ms", 1, 2, 0.017m * Hours, page),
                Known("B2s", 2, 4, 0.068m * Hours, page),
                Known("D2ds v5", 2, 8, 0.178m * Hours, page),
                Known("D4ds v5", 4, 16, 0.356m * Hours, page),
            ],
            new($"GB of storage ({service})", 0.115m, page, "2025-06", PriceBasis.Known)
        );

    // Dedicated ones are the sum of what a vCPU and a GB cost in an hour.
    private static ManagedStore GoogleCloudSql(string service, IReadOnlyList<string> engines) =>
        new(
            service,
            engines,
            [
                Known("db-g1-small", 0.5m, 1.7m, 0.035m * Hours, CloudSqlPage),
                Quoted("1 vCPU, 3.75 GB", 1, 3.75m, (0.0413m + (3.75m * 0.007m)) * Hours, CloudSqlPage, "2026-05"),
                Quoted("2 vCPU, 7.5 GB", 2, 7.5m, ((2 * 0.0413m) + (7.5m * 0.007m)) * Hours, CloudSqlPage, "2026-05"),
                Quoted("4 vCPU, 15 GB", 4, 15, ((4 * 0.0413m) + (15 * 0.007m)) * Hours, CloudSqlPage, "2026-05"),
            ],
            new("GB of storage (Cloud SQL, SSD)", 0.17m, CloudSqlPage, "2025-06", PriceBasis.Known)
        );

    private static ManagedPlan Known(string name, decimal processors, decimal memory, decimal amount, string page) =>
        new(name, processors, memory, new Price(name, amount, page, "2025-06", PriceBasis.Known));

    private static ManagedPlan Quoted(string name, decimal processors, decimal memory, decimal amount, string page, string asOf) =>
        new(name, processors, memory, new Price(name, amount, page, asOf, PriceBasis.Quoted));
}
