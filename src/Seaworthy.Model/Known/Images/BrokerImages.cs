namespace Seaworthy.Model.Known.Images;

/// <summary>Message brokers and what they need.</summary>
internal static class BrokerImages
{
    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("rabbitmq", ImageRole.Broker, "Docker Hub: rabbitmq")
        {
            Ports = [new(5672, "amqp"), new(15692, "http", "metrics"), new(25672, "rabbitmq", "cluster"), new(4369, "epmd")],
            DropsRoot = true,
            System = BaseSystem.Ubuntu,
            Tools = ["rabbitmqctl", "rabbitmq-diagnostics", "gosu"],
            SomeHold = ["python3", "wget", "curl"],
            DataPaths = ["/var/lib/rabbitmq"],
            DeclaresVolume = true,
            Paths = [new("/metrics", 15692, PathPurpose.Metrics)],
            IsOpenByDefault = true,
            Variants =
            [
                new("management", row => row with { Ports = [.. row.Ports, new(15672, "http", "management")] }),
                new("alpine", row => row with { System = BaseSystem.Alpine, Tools = ["rabbitmqctl", "rabbitmq-diagnostics", "bash"] }),
            ],
        },
        new("bitnami/rabbitmq", ImageRole.Broker, "Docker Hub: bitnami/rabbitmq")
        {
            Repositories = ["bitnamilegacy/rabbitmq"],
            Ports = [new(5672, "amqp"), new(15672, "http", "management")],
            User = "1001",
            System = BaseSystem.Unknown,
            DataPaths = ["/bitnami/rabbitmq/mnesia", "/bitnami/rabbitmq"],
        },
        new("nats", ImageRole.Broker, "Docker Hub: nats")
        {
            Ports = [new(4222, "nats"), new(8222, "http", "monitoring"), new(6222, "nats", "cluster")],
            System = BaseSystem.None,
            Paths = [new("/healthz", 8222, PathPurpose.Health), new("/varz", 8222, PathPurpose.Health), new("/", 8222, PathPurpose.Root)],
            IsOpenByDefault = true,
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine })],
        },
        new("apache/kafka", ImageRole.Broker, "Docker Hub: apache/kafka")
        {
            Repositories = ["apache/kafka-native"],
            Ports = [new(9092, "kafka")],
            User = "appuser",
            System = BaseSystem.Unknown,
            Tools = ["sh", "bash"],
            Foreign =
            [
                // Any KAFKA_ variable becomes a property, KAFKA_CFG_NODE_ID cfg.node.id (apache/kafka, KafkaDockerWrapper).
                new(["KAFKA_CFG_*"], "Bitnami's image", "does not start without node.id")
                {
                    Instead = ["KAFKA_NODE_ID", "KAFKA_PROCESS_ROLES", "KAFKA_BROKER_ID", "KAFKA_ZOOKEEPER_CONNECT"],
                    Directories = ["/mnt/shared/config", "/opt/kafka"],
                },
            ],
            // As soon as one setting is given, the image's own file is left out, and Kafka has its own default.
            DataPaths = ["/tmp/kraft-combined-logs", "/tmp/kafka-logs"],
            DataVariables = ["KAFKA_LOG_DIRS", "KAFKA_LOG_DIR"],
            // Source: apache/kafka, docker/jvm/Dockerfile: a volume at any other path is root's, and the broker may not write to it.
            OwnedDataPath = "/var/lib/kafka/data",
            IsOpenByDefault = true,
        },
        new("confluentinc/cp-kafka", ImageRole.Broker, "Confluent documentation, Docker configuration parameters")
        {
            Repositories = ["confluentinc/cp-server"],
            Ports = [new(9092, "kafka")],
            User = "appuser",
            System = BaseSystem.Unknown,
            Tools = ["sh", "bash", "kafka-topics"],
            DataPaths = ["/var/lib/kafka/data"],
            DeclaresVolume = true,
            DataVariables = ["KAFKA_LOG_DIRS", "KAFKA_LOG_DIR"],
            IsOpenByDefault = true,
            // From release 8.0 on there is no ZooKeeper: the start script ends without the roles of KRaft.
            Variants =
            [
                .. from release in new[] { "latest", "8", "9" }
                select new ImageVariant(
                    release,
                    row =>
                        row with
                        {
                            Required =
                            [
                                // Source: Confluent documentation, "Required Confluent Kafka configurations for KRaft mode"; cp-kafka, /etc/confluent/docker/configure.
                                new(["KAFKA_PROCESS_ROLES"], [])
                                {
                                    AtEveryStartBecause = "release 8.0 and later do not support ZooKeeper",
                                    Together =
                                    [
                                        "KAFKA_NODE_ID",
                                        "KAFKA_PROCESS_ROLES",
                                        "KAFKA_LISTENERS",
                                        "KAFKA_ADVERTISED_LISTENERS",
                                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                        "KAFKA_CONTROLLER_LISTENER_NAMES",
                                        "KAFKA_CONTROLLER_QUORUM_VOTERS",
                                        "CLUSTER_ID",
                                    ],
                                    Instead = ["KAFKA_ZOOKEEPER_CONNECT", "KAFKA_BROKER_ID"],
                                    LastWithout = "7.9.0",
                                },
                            ],
                        }
                ),
            ],
        },
        new("confluentinc/confluent-local", ImageRole.Broker, "Confluent documentation, Docker configuration parameters")
        {
            Ports = [new(9092, "kafka"), new(8082, "http", "REST proxy")],
            User = "appuser",
            System = BaseSystem.Unknown,
            Tools = ["sh", "bash", "kafka-topics"],
            DataPaths = ["/var/lib/kafka/data", "/tmp/kraft-combined-logs"],
            DataVariables = ["KAFKA_LOG_DIRS", "KAFKA_LOG_DIR"],
            IsOpenByDefault = true,
        },
        new("bitnami/kafka", ImageRole.Broker, "Docker Hub: bitnami/kafka")
        {
            Repositories = ["bitnamilegacy/kafka"],
            Ports = [new(9092, "kafka")],
            User = "1001",
            System = BaseSystem.Unknown,
            DataPaths = ["/bitnami/kafka"],
            DataVariables = ["KAFKA_CFG_LOG_DIRS", "KAFKA_CFG_LOG_DIR", "KAFKA_LOG_DIRS", "KAFKA_LOG_DIR"],
        },
        new("wurstmeister/kafka", ImageRole.Broker, "wurstmeister/kafka-docker, README")
        {
            Ports = [new(9092, "kafka")],
            System = BaseSystem.Unknown,
            DataPaths = ["/kafka"],
            Successor = "apache/kafka",
        },
        new("redpandadata/redpanda", ImageRole.Broker, "Redpanda documentation, Docker Compose")
        {
            Repositories = ["docker.redpanda.com/redpandadata/redpanda", "vectorized/redpanda"],
            Ports =
            [
                new(9092, "kafka"),
                new(9644, "http", "administration"),
                new(8081, "http", "schema registry"),
                new(8082, "http", "proxy"),
            ],
            User = "redpanda",
            System = BaseSystem.Unknown,
            Tools = ["rpk"],
            DataPaths = ["/var/lib/redpanda/data"],
            Paths = [new("/v1/status/ready", 9644, PathPurpose.Readiness), new("/metrics", 9644, PathPurpose.Metrics)],
            IsOpenByDefault = true,
        },
        new("zookeeper", ImageRole.Broker, "Docker Hub: zookeeper")
        {
            Ports =
            [
                new(2181, "zookeeper"),
                new(2888, "zookeeper", "followers"),
                new(3888, "zookeeper", "election"),
                new(8080, "http", "administration"),
            ],
            DropsRoot = true,
            System = BaseSystem.Unknown,
            Tools = ["sh", "bash"],
            DataPaths = ["/data", "/datalog"],
            DeclaresVolume = true,
            IsDataSpread = true,
        },
        new("confluentinc/cp-zookeeper", ImageRole.Broker, "Confluent documentation, Docker configuration parameters")
        {
            Ports = [new(2181, "zookeeper") { Variable = "ZOOKEEPER_CLIENT_PORT" }],
            User = "appuser",
            System = BaseSystem.Unknown,
            DataPaths = ["/var/lib/zookeeper/data", "/var/lib/zookeeper/log"],
            DeclaresVolume = true,
            IsDataSpread = true,
            Required = [new(["ZOOKEEPER_CLIENT_PORT", "ZOOKEEPER_SECURE_CLIENT_PORT"], [])],
        },
        new("bitnami/zookeeper", ImageRole.Broker, "Docker Hub: bitnami/zookeeper")
        {
            Repositories = ["bitnamilegacy/zookeeper"],
            Ports = [new(2181, "zookeeper")],
            User = "1001",
            System = BaseSystem.Unknown,
            DataPaths = ["/bitnami/zookeeper"],
        },
        new("eclipse-mosquitto", ImageRole.Broker, "Docker Hub: eclipse-mosquitto")
        {
            Ports = [new(1883, "mqtt")],
            DropsRoot = true,
            System = BaseSystem.Alpine,
            // It keeps nothing on the disk unless its configuration says `persistence true`. Source: mosquitto.conf(5).
            DeclaresVolume = true,
        },
        new("emqx", ImageRole.Broker, "Docker Hub: emqx")
        {
            Repositories = ["emqx/emqx"],
            Ports = [new(1883, "mqtt"), new(8083, "ws", "MQTT over WebSocket"), new(8883, "mqtts"), new(18083, "http", "dashboard")],
            User = "emqx",
            System = BaseSystem.Unknown,
            DataPaths = ["/opt/emqx/data"],
        },
        new("apachepulsar/pulsar", ImageRole.Broker, "Pulsar documentation, Run in Docker")
        {
            Ports = [new(6650, "pulsar"), new(8080, "http")],
            System = BaseSystem.Unknown,
            DataPaths = ["/pulsar/data"],
            Paths = [new("/admin/v2/brokers/health", 8080, PathPurpose.Health), new("/metrics", 8080, PathPurpose.Metrics)],
        },
        new("softwaremill/elasticmq", ImageRole.Broker, "softwaremill/elasticmq, README")
        {
            Repositories = ["softwaremill/elasticmq-native"],
            Ports = [new(9324, "http", "SQS"), new(9325, "http", "console")],
            System = BaseSystem.Unknown,
        },
    ];
}
