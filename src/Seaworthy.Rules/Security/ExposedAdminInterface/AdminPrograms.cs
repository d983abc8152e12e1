namespace Seaworthy.Rules.Security;

/// <summary>Admin programs, as data. Programs that always require an account of their own or of the store (Adminer) have no row.</summary>
internal static class AdminPrograms
{
    private const string Anybody = "requires no login";

    private static readonly string[] No = ["false", "0", "no", "off"];

    public static IReadOnlyList<AdminProgram> Images { get; } =
    [
        new(
            "mongo-express",
            "mongo-express/mongo-express-docker, README, 1.0/20-alpine3.19/Dockerfile; mongo-express 1.0.2, config.default.js"
        )
        {
            Entrance = "accepts its documented default password `pass`",
            Accounts = ["ME_CONFIG_BASICAUTH_PASSWORD", "ME_CONFIG_BASICAUTH_PASSWORD_FILE"],
            NoAccounts = ["pass"],
            Openers = ["ME_CONFIG_BASICAUTH", "ME_CONFIG_BASICAUTH_ENABLED"],
            OpeningValues = No,
            Settings = [".js"],
        },
        new("rediscommander/redis-commander", "joeferner/redis-commander, README, Environment Variables")
        {
            Entrance = Anybody,
            Accounts = ["HTTP_PASSWORD", "HTTP_PASSWORD_HASH", "HTTP_PASSWORD_FILE", "HTTP_PASSWORD_HASH_FILE"],
            AccountOptions = ["--http-auth-password", "--http-p", "--http-auth-password-hash", "--http-h"],
            Settings = [".json"],
        },
        new("provectuslabs/kafka-ui", "kafbat/ui-docs, Basic Authentication; provectus/kafka-ui, DisabledAuthSecurityConfig")
        {
            Entrance = Anybody,
            Accounts = ["AUTH_TYPE"],
            NoAccounts = ["DISABLED"],
            Settings = [".yml", ".yaml", ".properties"],
        },
        new("redis/redisinsight", "Redis documentation, Redis Insight, Configuration settings; redis/RedisInsight issues 1381, 3034")
        {
            Entrance = Anybody,
        },
        new("phpmyadmin", "phpmyadmin/docker, README, config.inc.php") { Openers = ["PMA_USER"] },
        new("dpage/pgadmin4", "pgAdmin documentation, Container Deployment; pgadmin-org/pgadmin4 issue 5555")
        {
            Openers = ["PGADMIN_CONFIG_SERVER_MODE"],
            OpeningValues = No,
        },
    ];

    public static IReadOnlyList<AdminProgram> Commands { get; } =
    [
        new("prisma studio", "Prisma documentation, prisma studio; prisma/studio issue 805; prisma/orm pull request 29890")
        {
            Entrance = Anybody,
            HostOptions = ["--hostname", "-n"],
            LoopbackSince = "7.10",
        },
        new("drizzle-kit studio", "Drizzle documentation, drizzle-kit studio, Configuring host and port")
        {
            Entrance = Anybody,
            HostOptions = ["--host"],
            IsOnLoopback = true,
        },
    ];
}
