namespace Seaworthy.Model.Known.Images;

/// <summary>Stores that are not relational: documents, keys, search, vectors, time series, objects.</summary>
internal static class StoreImages
{
    private static readonly IReadOnlyList<KnownPort> InfluxOfOld = [new(8086, "http")];

    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("mongo", ImageRole.DataStore, "Docker Hub: mongo")
        {
            PortSettings = new([], ["--port", "--config", "-f "], ["/etc/mongod.conf", "/etc/mongo"]),
            VariablePrefixes = ["MONGO"],
            FileVariables = ["MONGO_INITDB_ROOT_USERNAME", "MONGO_INITDB_ROOT_PASSWORD", "MONGO_INITDB_DATABASE"],
            Ports = [new(27017, "mongodb")],
            DropsRoot = true,
            System = BaseSystem.Ubuntu,
            Tools = ["gosu", "jq"],
            SomeHold = ["mongosh", "mongo", "ps", "curl", "wget", "python3"],
            DataPaths = ["/data/db"],
            HasFixedDataPath = true,
            DeclaresVolume = true,
            IsOpenByDefault = true,
            Variants =
            [
                // The old shell went with release 6 (MongoDB, "Release Notes for MongoDB 6.0", "mongo Shell Removed").
                new("4", row => row with { Tools = [.. row.Tools, "mongo"] }),
                new("5", row => row with { Tools = [.. row.Tools, "mongo", "mongosh"] }),
                new("latest", WithNewShell),
                new("6", WithNewShell),
                new("7", WithNewShell),
                new("8", WithNewShell),
            ],
        },
        new("bitnami/mongodb", ImageRole.DataStore, "Docker Hub: bitnami/mongodb")
        {
            Repositories = ["bitnamilegacy/mongodb", "bitnamisecure/mongodb"],
            Ports = [new(27017, "mongodb") { Variable = "MONGODB_PORT_NUMBER" }],
            User = "1001",
            System = BaseSystem.Unknown,
            DataPaths = ["/bitnami/mongodb"],
        },
        new("redis", ImageRole.Cache, "Docker Hub: redis")
        {
            PortSettings = new([], ["port", ".conf"], ["/usr/local/etc", "/etc/redis"]),
            Ports = [new(6379, "redis")],
            DropsRoot = true,
            Tools = ["redis-cli"],
            SomeHold = ["gosu"],
            DataPaths = ["/data"],
            DeclaresVolume = true,
            HasFixedDataPath = true,
            IsFlat = true,
            WorkingDirectory = "/data",
            IsOpenByDefault = true,
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine })],
        },
        new("valkey/valkey", ImageRole.Cache, "Docker Hub: valkey/valkey")
        {
            Ports = [new(6379, "redis")],
            DropsRoot = true,
            Tools = ["valkey-cli"],
            SomeHold = ["redis-cli", "gosu"],
            DataPaths = ["/data"],
            DeclaresVolume = true,
            HasFixedDataPath = true,
            IsFlat = true,
            WorkingDirectory = "/data",
            IsOpenByDefault = true,
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine })],
        },
        new("redis/redis-stack", ImageRole.Cache, "Docker Hub: redis/redis-stack")
        {
            Repositories = ["redis/redis-stack-server"],
            Ports = [new(6379, "redis"), new(8001, "http", "RedisInsight")],
            System = BaseSystem.Unknown,
            Tools = ["redis-cli"],
            DataPaths = ["/data"],
            HasFixedDataPath = true,
            IsFlat = true,
            IsOpenByDefault = true,
        },
        new("bitnami/redis", ImageRole.Cache, "Docker Hub: bitnami/redis")
        {
            Repositories = ["bitnamilegacy/redis", "bitnamisecure/redis", "bitnami/valkey"],
            Ports = [new(6379, "redis") { Variable = "REDIS_PORT_NUMBER" }],
            User = "1001",
            System = BaseSystem.Unknown,
            DataPaths = ["/bitnami/redis/data", "/bitnami/valkey/data"],
        },
        new("memcached", ImageRole.Cache, "Docker Hub: memcached")
        {
            Ports = [new(11211, "memcached")],
            User = "memcache",
            IsOpenByDefault = true,
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine })],
        },
        new("cassandra", ImageRole.DataStore, "Docker Hub: cassandra")
        {
            Ports = [new(9042, "cassandra"), new(7000, "cassandra", "cluster"), new(7199, "jmx")],
            DropsRoot = true,
            System = BaseSystem.Unknown,
            Tools = ["sh", "bash", "cqlsh", "nodetool"],
            DataPaths = ["/var/lib/cassandra"],
            DeclaresVolume = true,
            IsOpenByDefault = true,
        },
        new("scylladb/scylla", ImageRole.DataStore, "Docker Hub: scylladb/scylla")
        {
            Ports = [new(9042, "cassandra"), new(9180, "http", "metrics"), new(10000, "http", "administration")],
            System = BaseSystem.Unknown,
            DataPaths = ["/var/lib/scylla"],
            IsOpenByDefault = true,
        },
        new("couchdb", ImageRole.DataStore, "Docker Hub: couchdb")
        {
            Ports = [new(5984, "http")],
            DropsRoot = true,
            System = BaseSystem.Unknown,
            DataPaths = ["/opt/couchdb/data"],
            DeclaresVolume = true,
            Paths = [new("/_up", 5984, PathPurpose.Health)],
            Required = [new(["COUCHDB_USER"], []), new(["COUCHDB_PASSWORD"], [])],
            Variants = [new("1", row => row with { Required = [] }), new("2", row => row with { Required = [] })],
        },
        new("neo4j", ImageRole.DataStore, "Docker Hub: neo4j; Neo4j operations manual, Docker")
        {
            Ports = [new(7474, "http"), new(7687, "bolt")],
            DropsRoot = true,
            SomeHold = ["curl", "wget", "jq", "ps", "tini", "gosu", "make"],
            DataPaths = ["/data"],
            DeclaresVolume = true,
            Paths = [new("/", 7474, PathPurpose.Root)],
        },
        new("docker.elastic.co/elasticsearch/elasticsearch", ImageRole.Search, "Elasticsearch guide, Install with Docker")
        {
            Repositories = ["elasticsearch", "elastic/elasticsearch"],
            Ports = [new(9200, "http"), new(9300, "elasticsearch", "cluster")],
            User = "1000",
            System = BaseSystem.Unknown,
            Tools = ["sh", "bash", "curl"],
            DataPaths = ["/usr/share/elasticsearch/data"],
            WorkingDirectory = "/usr/share/elasticsearch",
            Paths = [new("/_cluster/health", 9200, PathPurpose.Health)],
            // Security is on by default from release 8.
            Variants = [new("7", row => row with { IsOpenByDefault = true }), new("6", row => row with { IsOpenByDefault = true })],
        },
        new("opensearchproject/opensearch", ImageRole.Search, "OpenSearch documentation, Docker")
        {
            Ports = [new(9200, "https"), new(9300, "opensearch", "cluster"), new(9600, "http", "performance analyser")],
            User = "opensearch",
            System = BaseSystem.RedHat,
            Tools = ["curl"],
            DataPaths = ["/usr/share/opensearch/data"],
            Paths = [new("/_cluster/health", 9200, PathPurpose.Health)],
            Variants =
            [
                new(
                    "3",
                    row =>
                        row with
                        {
                            Required =
                            [
                                new(
                                    ["OPENSEARCH_INITIAL_ADMIN_PASSWORD"],
                                    ["DISABLE_SECURITY_PLUGIN=true", "DISABLE_INSTALL_DEMO_CONFIG=true"]
                                ),
                            ],
                        }
                ),
            ],
        },
        new("getmeili/meilisearch", ImageRole.Search, "Meilisearch documentation, Docker")
        {
            Ports = [new(7700, "http") { Variable = "MEILI_HTTP_ADDR" }],
            System = BaseSystem.Alpine,
            Tools = ["curl"],
            SomeHold = ["tini", "bash"],
            DataPaths = ["/meili_data"],
            WorkingDirectory = "/meili_data",
            Paths = [new("/health", 7700, PathPurpose.Health)],
            IsOpenByDefault = true,
        },
        new("typesense/typesense", ImageRole.Search, "Typesense documentation, Install")
        {
            Ports = [new(8108, "http")],
            System = BaseSystem.Unknown,
            DataPaths = ["/data"],
            Paths = [new("/health", 8108, PathPurpose.Health)],
        },
        new("qdrant/qdrant", ImageRole.DataStore, "Qdrant documentation, Installation, Monitoring")
        {
            Ports = [new(6333, "http"), new(6334, "grpc")],
            DataPaths = ["/qdrant/storage"],
            WorkingDirectory = "/qdrant",
            Paths =
            [
                new("/healthz", 6333, PathPurpose.Health),
                new("/livez", 6333, PathPurpose.Health),
                new("/readyz", 6333, PathPurpose.Readiness),
                new("/metrics", 6333, PathPurpose.Metrics),
                new("/", 6333, PathPurpose.Root),
            ],
            SomeHold = ["tini"],
            IsOpenByDefault = true,
        },
        new("chromadb/chroma", ImageRole.DataStore, "Chroma documentation, Docker")
        {
            Repositories = ["ghcr.io/chroma-core/chroma"],
            Ports = [new(8000, "http")],
            System = BaseSystem.Unknown,
            DataPaths = ["/data", "/chroma/chroma"],
            DataVariables = ["PERSIST_DIRECTORY"],
            Paths = [new("/api/v2/heartbeat", 8000, PathPurpose.Health), new("/api/v1/heartbeat", 8000, PathPurpose.Health)],
            IsOpenByDefault = true,
            Variants = [new("0", row => row with { DataPaths = ["/chroma/chroma"] }), ChromaFromFirst("1"), ChromaFromFirst("latest")],
        },
        new("semitechnologies/weaviate", ImageRole.DataStore, "Weaviate documentation, Docker")
        {
            Repositories = ["cr.weaviate.io/semitechnologies/weaviate"],
            Ports = [new(8080, "http"), new(50051, "grpc")],
            System = BaseSystem.Alpine,
            DataPaths = ["/var/lib/weaviate"],
            Paths = [new("/v1/.well-known/ready", 8080, PathPurpose.Readiness), new("/v1/.well-known/live", 8080, PathPurpose.Health)],
        },
        new("influxdb", ImageRole.DataStore, "Docker Hub: influxdb")
        {
            // Without a release in the tag it is one of 2 or of 3.
            Ports = [new(8086, "http"), new(8181, "http")],
            System = BaseSystem.Unknown,
            DataPaths = ["/var/lib/influxdb2", "/var/lib/influxdb", "/var/lib/influxdb3"],
            Paths = [new("/health", 8086, PathPurpose.Health), new("/ping", 8086, PathPurpose.Health)],
            Variants =
            [
                new(
                    "1",
                    row =>
                        row with
                        {
                            Ports = InfluxOfOld,
                            DataPaths = ["/var/lib/influxdb"],
                            DeclaresVolume = true,
                            IsOpenByDefault = true,
                        }
                ),
                new("2", row => row with { Ports = InfluxOfOld, DataPaths = ["/var/lib/influxdb2"], DeclaresVolume = true }),
                new("3", row => row with { Ports = [new(8181, "http")], DataPaths = ["/var/lib/influxdb3"], Paths = [] }),
            ],
        },
        new("minio/minio", ImageRole.ObjectStore, "MinIO documentation, Container; Healthcheck API")
        {
            Repositories = ["quay.io/minio/minio"],
            Ports = [new(9000, "http", "S3")],
            System = BaseSystem.RedHatMicro,
            SomeHold = ["curl", "mc", "microdnf"],
            DataPaths = ["/data"],
            DeclaresVolume = true,
            Paths =
            [
                new("/minio/health/live", 9000, PathPurpose.Health),
                new("/minio/health/ready", 9000, PathPurpose.Readiness),
                new("/minio/health/cluster", 9000, PathPurpose.Readiness),
                new("/minio/v2/metrics/cluster", 9000, PathPurpose.Metrics),
            ],
            IsOpenByDefault = true,
        },
        new("eventstore/eventstore", ImageRole.DataStore, "EventStoreDB documentation, Docker")
        {
            Repositories = ["kurrentplatform/kurrentdb"],
            Ports = [new(2113, "http"), new(1113, "tcp")],
            System = BaseSystem.Unknown,
            DataPaths = ["/var/lib/eventstore", "/var/lib/kurrentdb"],
            Paths = [new("/health/live", 2113, PathPurpose.Health)],
        },
    ];

    private static PublicImage WithNewShell(PublicImage row) =>
        row with
        {
            Tools = [.. row.Tools, "mongosh"],
            SomeHold = [.. row.SomeHold.Where(program => program != "mongo")],
        };

    // Release 1 keeps its data elsewhere than those before: Chroma documentation, "Migration".
    private static ImageVariant ChromaFromFirst(string mark) =>
        new(
            mark,
            row =>
                row with
                {
                    DataPaths = ["/data"],
                    DataVariables = ["CHROMA_PERSIST_PATH"],
                    Paths = [new("/api/v2/heartbeat", 8000, PathPurpose.Health)],
                }
        );
}
