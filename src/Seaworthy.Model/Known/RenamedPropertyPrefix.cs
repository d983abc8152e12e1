namespace Seaworthy.Model.Known;

/// <summary>Properties that Spring Boot reads under another name since a release, and no longer under the old one.</summary>
/// <param name="Old">How the keys begin that it read.</param>
/// <param name="Now">How those begin that it reads.</param>
/// <param name="Since">The major version of Spring Boot.</param>
/// <param name="Readers">Artifacts with which anything asks for them; with a star at its end, all that begin so.</param>
/// <remarks>
/// Sources: Spring Boot 3.0 Migration Guide, "Data Properties Changes" and "Elasticsearch Clients and Templates"; Spring Boot 4.0 Migration Guide, "MongoDB Property Changes".
/// </remarks>
public sealed record RenamedPropertyPrefix(string Old, string Now, int Since, IReadOnlyList<string> Readers)
{
    public static IReadOnlyList<RenamedPropertyPrefix> All { get; } =
    [
        new("spring.redis.", "spring.data.redis.", 3, ["spring-boot-starter-data-redis*"]),
        new("spring.data.cassandra.", "spring.cassandra.", 3, ["spring-boot-starter-data-cassandra*"]),
        new("spring.elasticsearch.rest.", "spring.elasticsearch.", 3, ["spring-boot-starter-data-elasticsearch"]),
        .. new[] { "uri", "host", "port", "database", "username", "password", "authentication-database" }.Select(
            name => new RenamedPropertyPrefix(
                "spring.data.mongodb." + name,
                "spring.mongodb." + name,
                4,
                ["spring-boot-starter-data-mongodb*"]
            )
        ),
    ];
}
