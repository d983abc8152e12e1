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
                or "neo4j";
}
