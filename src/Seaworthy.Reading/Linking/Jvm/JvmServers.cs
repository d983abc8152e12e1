namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>What an application on the JVM connects to at start or first use, by the words of its properties, and the libraries without which a property does nothing.</summary>
/// <remarks>Source: Spring Boot reference, "Common Application Properties"; Quarkus, "All configuration options"; Micronaut, configuration reference.</remarks>
internal static class JvmServers
{
    private static readonly Server[] All =
    [
        new("datasource", ["jdbc", "jpa", "mybatis", "flyway", "liquibase", "jooq", "panache", "hibernate"]),
        new("r2dbc", ["r2dbc"]),
        new("flyway", ["flyway"]),
        new("liquibase", ["liquibase"]),
        new("mongodb", ["mongo"]),
        new("redis", ["redis", "redisson", "jedis", "lettuce"]),
        new("rabbitmq", ["amqp", "rabbit"]),
        new("kafka", ["kafka"]),
        new("elasticsearch", ["elasticsearch"]),
        new("neo4j", ["neo4j"]),
        new("cassandra", ["cassandra"]),
        new("eureka.client.serviceurl", ["eureka"]),
    ];

    /// <summary>Whether a property, in its canonical form, names a server.</summary>
    public static bool Names(string property) => Array.Exists(All, server => property.Contains(server.Word, StringComparison.Ordinal));

    /// <summary>Whether it does, and the application has a library that connects there.</summary>
    public static bool Serves(JvmApplication application, string property) =>
        Array.Exists(
            All,
            server =>
                property.Contains(server.Word, StringComparison.Ordinal)
                && Array.Exists(server.Libraries, application.Dependencies.Mentions)
        );

    private sealed record Server(string Word, string[] Libraries);
}
