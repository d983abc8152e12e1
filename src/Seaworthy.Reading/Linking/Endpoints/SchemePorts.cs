namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>The port that a scheme means when none is written.</summary>
/// <remarks>Source: IANA, "Service Name and Transport Protocol Port Number Registry"; the drivers' documentation.</remarks>
internal static class SchemePorts
{
    public static int? Of(string scheme) =>
        scheme switch
        {
            "http" or "ws" => 80,
            "https" or "wss" => 443,
            "postgres" or "postgresql" => 5432,
            "mysql" or "mariadb" => 3306,
            "mongodb" => 27017,
            "redis" => 6379,
            "amqp" => 5672,
            "nats" => 4222,
            _ => null,
        };

    /// <summary>Schemes whose authority is a host. Of others (<c>s3://bucket</c>, <c>mem://</c>, <c>doctrine://default</c>) only a port tells that one is meant.</summary>
    public static bool HaveHosts(string scheme) =>
        Of(scheme) is not null
        || IsBackend(scheme)
        || scheme
            is "otlp"
                or "udp"
                or "tls"
                or "ssl"
                or "mssql"
                or "oracle"
                or "db2"
                or "mqtt"
                or "mqtts"
                or "ldap"
                or "ldaps"
                or "smtps"
                or "ftp"
                or "sftp"
                or "ssh"
                or "memcached"
                or "elasticsearch"
                or "opensearch"
                or "pulsar"
                or "zookeeper"
                or "zk"
                or "stomp"
                or "valkey"
                or "keydb"
                or "rabbitmq"
                or "couchdb"
                or "influxdb"
                or "statsd"
                or "gelf"
                or "syslog"
                or "grpcs"
                or "rtmp"
                or "rtsp"
                or "sentinel"
                or "cockroachdb"
                or "timescaledb"
                or "beanstalkd"
                or "imap"
                or "imaps";

    /// <summary>Schemes that only servers speak: no browser is meant.</summary>
    public static bool IsBackend(string scheme) =>
        scheme
            is "postgres"
                or "postgresql"
                or "mysql"
                or "mariadb"
                or "mongodb"
                or "redis"
                or "rediss"
                or "amqp"
                or "amqps"
                or "nats"
                or "kafka"
                or "sqlserver"
                or "grpc"
                or "tcp"
                or "smtp"
                or "clickhouse"
                or "cassandra"
                or "bolt"
                or "bolt+s"
                or "bolt+ssc"
                or "neo4j"
                or "neo4j+s"
                or "neo4j+ssc";
}
