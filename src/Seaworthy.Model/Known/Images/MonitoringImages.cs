namespace Seaworthy.Model.Known.Images;

/// <summary>Metrics, logs, traces and alerts.</summary>
internal static class MonitoringImages
{
    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("prom/prometheus", ImageRole.Monitoring, "Prometheus documentation, Management API")
        {
            Repositories = ["quay.io/prometheus/prometheus"],
            Ports = [new(9090, "http")],
            PortSettings = ExporterImages.ByFlag,
            User = "nobody",
            System = BaseSystem.Busybox,
            Tools = ["promtool"],
            DataPaths = ["/prometheus"],
            WorkingDirectory = "/prometheus",
            Paths = Management(9090),
            Variants = [new("distroless", row => row with { System = BaseSystem.None })],
        },
        new("prom/alertmanager", ImageRole.Monitoring, "Prometheus documentation, Alertmanager management API")
        {
            Repositories = ["quay.io/prometheus/alertmanager"],
            Ports = [new(9093, "http"), new(9094, "alertmanager", "cluster")],
            PortSettings = new([], ["web.listen-address", "cluster.listen-address"], []),
            User = "nobody",
            System = BaseSystem.Busybox,
            Tools = ["amtool"],
            DataPaths = ["/alertmanager"],
            WorkingDirectory = "/alertmanager",
            Paths = Management(9093),
        },
        new("prom/pushgateway", ImageRole.Monitoring, "prometheus/pushgateway, README")
        {
            Ports = [new(9091, "http")],
            PortSettings = ExporterImages.ByFlag,
            User = "65534",
            System = BaseSystem.Busybox,
            Paths = Management(9091),
        },
        new("grafana/grafana", ImageRole.Monitoring, "Grafana documentation, Run Grafana Docker image")
        {
            Repositories = ["grafana/grafana-oss", "grafana/grafana-enterprise"],
            // Source: grafana/grafana, packaging/docker/run.sh: `exec grafana server … "$@"`.
            EntryPoint = "/run.sh",
            IgnoresArguments = true,
            Ports = [new(3000, "http") { Variable = "GF_SERVER_HTTP_PORT" }],
            // Grafana documentation, "Configure Grafana": files, then variables, then the command line.
            PortSettings = new(
                ["GF_SERVER_HTTP_PORT", "GF_PATHS_CONFIG", "GF_PATHS_HOME"],
                ["config", "cfg:", "http_port"],
                ["/etc/grafana/grafana.ini", "/usr/share/grafana/conf"]
            ),
            User = "472",
            System = BaseSystem.Alpine,
            Tools = ["bash", "curl"],
            DataPaths = ["/var/lib/grafana"],
            WorkingDirectory = "/usr/share/grafana",
            Paths = [new("/api/health", 3000, PathPurpose.Health), new("/metrics", 3000, PathPurpose.Metrics)],
            Variants =
            [
                new("ubuntu", row => row with { System = BaseSystem.Ubuntu }),
                // Debian until 6.3. Source: grafana/grafana-docker, Dockerfile.
                .. new[] { "2", "3", "4", "5", "6.0", "6.1", "6.2", "6.3" }.Select(old => new ImageVariant(
                    old,
                    row => row with { System = BaseSystem.Debian }
                )),
            ],
        },
        new("grafana/loki", ImageRole.Monitoring, "Grafana Loki documentation, HTTP API")
        {
            Ports = [new(3100, "http"), new(9095, "grpc")],
            User = "10001",
            System = BaseSystem.Unknown,
            DataPaths = ["/loki"],
            Paths = [new("/ready", 3100, PathPurpose.Readiness), new("/metrics", 3100, PathPurpose.Metrics)],
        },
        new("grafana/promtail", ImageRole.Monitoring, "Grafana Loki documentation, Promtail")
        {
            Ports = [new(9080, "http")],
            System = BaseSystem.Unknown,
            Paths = [new("/ready", 9080, PathPurpose.Readiness), new("/metrics", 9080, PathPurpose.Metrics)],
            Successor = "grafana/alloy",
        },
        new("grafana/alloy", ImageRole.Monitoring, "Grafana Alloy documentation, Run in Docker")
        {
            Ports = [new(12345, "http")],
            System = BaseSystem.Unknown,
            Paths =
            [
                new("/-/ready", 12345, PathPurpose.Readiness),
                new("/-/healthy", 12345, PathPurpose.Health),
                new("/metrics", 12345, PathPurpose.Metrics),
            ],
        },
        new("grafana/tempo", ImageRole.Monitoring, "Grafana Tempo documentation, API")
        {
            Ports = [new(3200, "http"), new(9095, "grpc")],
            User = "10001",
            System = BaseSystem.Unknown,
            DataPaths = ["/var/tempo"],
            Paths = [new("/ready", 3200, PathPurpose.Readiness), new("/metrics", 3200, PathPurpose.Metrics)],
            // Before release 2.3 it was 80 unless the configuration said otherwise, which all did. Source: grafana/tempo, CHANGELOG, 2.3.0.
            Variants =
            [
                .. from release in new[] { "0", "1", "2.0", "2.1", "2.2" }
                select new ImageVariant(release, row => row with { Ports = [], Paths = [] }),
            ],
        },
        new("jaegertracing/all-in-one", ImageRole.Monitoring, "Jaeger documentation 1.x, Getting started, Deployment")
        {
            Ports =
            [
                new(16686, "http", "query and user interface"),
                new(4317, "grpc", "OTLP"),
                new(4318, "http", "OTLP"),
                new(14268, "http", "collector"),
                new(14250, "grpc", "collector"),
                new(14269, "http", "administration"),
                new(5778, "http", "sampling"),
                new(6831, "jaeger", "agent", IsUdp: true),
                new(6832, "jaeger", "agent", IsUdp: true),
            ],
            User = "10001",
            System = BaseSystem.Unknown,
            Paths = [new("/", 14269, PathPurpose.Health), new("/metrics", 14269, PathPurpose.Metrics), new("/", 16686, PathPurpose.Root)],
            Successor = "jaegertracing/jaeger",
            // Source: Jaeger documentation 2.x, "Migration from v1 to v2", "Configuration".
            SuccessorDiffers =
                "Jaeger 2 is configured by a file, not by the variables and options of v1, and has no port 14269: health checks are on 13133, metrics on 8888. Change the configuration and the clients with the tag.",
        },
        new("jaegertracing/jaeger", ImageRole.Monitoring, "Jaeger documentation 2.x, Getting started")
        {
            Ports = [new(16686, "http", "query and user interface"), new(4317, "grpc", "OTLP"), new(4318, "http", "OTLP")],
            User = "10001",
            System = BaseSystem.Unknown,
            Paths = [new("/", 16686, PathPurpose.Root)],
        },
        new("openzipkin/zipkin", ImageRole.Monitoring, "openzipkin/zipkin, README")
        {
            Ports = [new(9411, "http")],
            User = "zipkin",
            System = BaseSystem.Unknown,
            Paths =
            [
                new("/health", 9411, PathPurpose.Health),
                new("/metrics", 9411, PathPurpose.Metrics),
                new("/prometheus", 9411, PathPurpose.Metrics),
            ],
        },
        new("otel/opentelemetry-collector", ImageRole.Monitoring, "OpenTelemetry documentation, Collector")
        {
            Repositories =
            [
                "otel/opentelemetry-collector-contrib",
                "ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib",
            ],
            Ports = [new(4317, "grpc", "OTLP"), new(4318, "http", "OTLP")],
            User = "10001",
            System = BaseSystem.None,
            // Source: open-telemetry/opentelemetry-collector, CHANGELOG, "legacy OTLP gRPC port 55680" and "55681".
            Variants =
            [
                .. from release in Enumerable.Range(2, 40)
                select new ImageVariant(
                    $"0.{release}",
                    row => row with { Ports = [.. row.Ports, new(55680, "grpc", "OTLP"), new(55681, "http", "OTLP")] }
                ),
            ],
        },
        new("datalust/seq", ImageRole.Monitoring, "Docker Hub: datalust/seq")
        {
            Ports = [new(80, "http"), new(5341, "http", "ingestion")],
            System = BaseSystem.Unknown,
            DataPaths = ["/data"],
            Required = [new(["ACCEPT_EULA"], [])],
        },
        new("docker.elastic.co/kibana/kibana", ImageRole.Monitoring, "Kibana guide, Install with Docker")
        {
            Repositories = ["kibana", "elastic/kibana"],
            Ports = [new(5601, "http")],
            User = "1000",
            System = BaseSystem.Unknown,
            Tools = ["sh", "bash", "curl"],
            Paths = [new("/api/status", 5601, PathPurpose.Health)],
        },
        new("opensearchproject/opensearch-dashboards", ImageRole.Monitoring, "OpenSearch documentation, Docker")
        {
            Ports = [new(5601, "http")],
            User = "opensearch-dashboards",
            System = BaseSystem.RedHat,
            Tools = ["curl"],
            Paths = [new("/api/status", 5601, PathPurpose.Health)],
        },
        new("docker.elastic.co/logstash/logstash", ImageRole.Monitoring, "Logstash reference, Running on Docker")
        {
            Repositories = ["logstash", "elastic/logstash"],
            Ports = [new(9600, "http", "API"), new(5044, "beats")],
            User = "1000",
            System = BaseSystem.Unknown,
            Paths = [new("/", 9600, PathPurpose.Root)],
        },
        new("fluent/fluent-bit", ImageRole.Monitoring, "Fluent Bit documentation, Docker")
        {
            Repositories = ["cr.fluentbit.io/fluent/fluent-bit"],
            System = BaseSystem.None,
            Variants = [new("debug", row => row with { System = BaseSystem.Debian, SomeHold = ["curl", "wget", "nc"] })],
        },
        new("victoriametrics/victoria-metrics", ImageRole.Monitoring, "VictoriaMetrics documentation, Single server")
        {
            Ports = [new(8428, "http")],
            System = BaseSystem.Unknown,
            DataPaths = ["/victoria-metrics-data", "/storage"],
            Paths =
            [
                new("/health", 8428, PathPurpose.Health),
                new("/-/healthy", 8428, PathPurpose.Health),
                new("/metrics", 8428, PathPurpose.Metrics),
            ],
        },
        new("louislam/uptime-kuma", ImageRole.Monitoring, "louislam/uptime-kuma, README")
        {
            Ports = [new(3001, "http")],
            System = BaseSystem.Unknown,
            DataPaths = ["/app/data"],
        },
    ];

    private static IReadOnlyList<ServedPath> Management(int port) =>
        [
            new("/-/healthy", port, PathPurpose.Health),
            new("/-/ready", port, PathPurpose.Readiness),
            new("/metrics", port, PathPurpose.Metrics),
        ];
}
