namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>What an application on the JVM connects to at start or first use, by the words of its properties, and the libraries without which a property does nothing.</summary>
/// <remarks>Source: Spring Boot reference, "Common Application Properties"; Quarkus, "All configuration options"; Micronaut, configuration reference.</remarks>
internal static class JvmServers
{
    private static readonly (string Word, string[] Libraries)[] All =
    [
        ("datasource", ["jdbc", "jpa", "mybatis", "flyway", "liquibase", "jooq", "panache", "hibernate"]),
        ("r2dbc", ["r2dbc"]),
        ("flyway", ["flyway"]),
        ("liquibase", ["liquibase"]),
        ("mongodb", ["mongo"]),
        ("redis", ["redis", "redisson", "jedis", "lettuce"]),
        ("rabbitmq", ["amqp", "rabbit"]),
        ("kafka", ["kafka"]),
        ("elasticsearch", ["elasticsearch"]),
        ("neo4j", ["neo4j"]),
        ("cassandra", ["cassandra"]),
        ("eureka.client.serviceurl", ["eureka"]),
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
}
