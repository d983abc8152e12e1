namespace Seaworthy.Model.Known.Images;

/// <summary>Exporters: programs that turn another program's state into metrics.</summary>
internal static class ExporterImages
{
    /// <summary>Prometheus, "exporter-toolkit": the file of <c>--web.config.file</c> sets encryption and passwords, and no port.</summary>
    internal static PortSettings ByFlag { get; } = new([], ["web.listen-address"], []);

    /// <summary>cAdvisor, "cAdvisor Runtime Options", "HTTP".</summary>
    private static readonly PortSettings ByPort = new([], ["port"], []);

    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        Exporter("prom/node-exporter", 9100, "prometheus/node_exporter, README") with
        {
            PortSettings = ByFlag,
            Repositories = ["quay.io/prometheus/node-exporter"],
            User = "nobody",
            System = BaseSystem.Busybox,
        },
        Exporter("gcr.io/cadvisor/cadvisor", 8080, "google/cadvisor, Running cAdvisor in Docker") with
        {
            PortSettings = ByPort,
            Repositories = ["ghcr.io/google/cadvisor"],
            System = BaseSystem.Alpine,
            Paths = [new("/healthz", 8080, PathPurpose.Health), new("/metrics", 8080, PathPurpose.Metrics)],
        },
        Exporter("google/cadvisor", 8080, "google/cadvisor, Running cAdvisor in Docker") with
        {
            PortSettings = ByPort,
            System = BaseSystem.Unknown,
            Paths = [new("/healthz", 8080, PathPurpose.Health), new("/metrics", 8080, PathPurpose.Metrics)],
            Successor = "gcr.io/cadvisor/cadvisor",
        },
        Exporter("oliver006/redis_exporter", 9121, "oliver006/redis_exporter, README") with
        {
            Repositories = ["quay.io/oliver006/redis_exporter"],
            User = "59000",
            System = BaseSystem.None,
            Paths = [new("/health", 9121, PathPurpose.Health), new("/metrics", 9121, PathPurpose.Metrics)],
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine })],
        },
        Exporter("prometheuscommunity/postgres-exporter", 9187, "prometheus-community/postgres_exporter, README") with
        {
            PortSettings = ByFlag with { Variables = ["PG_EXPORTER_WEB_LISTEN_ADDRESS"] },
            Repositories = ["quay.io/prometheuscommunity/postgres-exporter"],
            User = "nobody",
            System = BaseSystem.Busybox,
        },
        Exporter("wrouesnel/postgres_exporter", 9187, "prometheus-community/postgres_exporter, README") with
        {
            System = BaseSystem.Unknown,
            Successor = "prometheuscommunity/postgres-exporter",
        },
        Exporter("prom/mysqld-exporter", 9104, "prometheus/mysqld_exporter, README") with
        {
            PortSettings = ByFlag,
            User = "nobody",
            System = BaseSystem.Busybox,
        },
        Exporter("prom/blackbox-exporter", 9115, "prometheus/blackbox_exporter, README") with
        {
            PortSettings = ByFlag,
            Repositories = ["quay.io/prometheus/blackbox-exporter"],
            System = BaseSystem.Busybox,
            Paths =
            [
                new("/-/healthy", 9115, PathPurpose.Health),
                new("/metrics", 9115, PathPurpose.Metrics),
                new("/probe", 9115, PathPurpose.Metrics),
            ],
        },
        Exporter("prom/statsd-exporter", 9102, "prometheus/statsd_exporter, README") with
        {
            PortSettings = ByFlag,
            User = "65534",
            System = BaseSystem.Busybox,
        },
        Exporter("prom/memcached-exporter", 9150, "prometheus/memcached_exporter, README") with
        {
            PortSettings = ByFlag,
            User = "nobody",
            System = BaseSystem.Busybox,
        },
        Exporter("prometheuscommunity/elasticsearch-exporter", 9114, "prometheus-community/elasticsearch_exporter, README") with
        {
            PortSettings = ByFlag,
            Repositories = ["quay.io/prometheuscommunity/elasticsearch-exporter"],
            System = BaseSystem.Busybox,
        },
        Exporter("nginx/nginx-prometheus-exporter", 9113, "nginx/nginx-prometheus-exporter, README") with
        {
            System = BaseSystem.None,
        },
        Exporter("percona/mongodb_exporter", 9216, "percona/mongodb_exporter, README") with
        {
            User = "65535",
        },
        Exporter("danielqsj/kafka-exporter", 9308, "danielqsj/kafka_exporter, README"),
        Exporter("kbudde/rabbitmq-exporter", 9419, "kbudde/rabbitmq_exporter, README"),
    ];

    private static PublicImage Exporter(string name, int port, string source) =>
        new(name, ImageRole.Monitoring, source)
        {
            System = BaseSystem.Unknown,
            Ports = [new(port, "http", "metrics")],
            Paths = [new("/metrics", port, PathPurpose.Metrics)],
        };
}
