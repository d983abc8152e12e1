namespace Seaworthy.Rules.Security;

/// <summary>Admin programs, as data. Programs that always require an account of their own or of the store (Adminer) have no row.</summary>
internal static class AdminPrograms
{
    private const string Anybody = "requires no login";

    private const string Prometheus =
        "Prometheus documentation, \"Security model\" and \"Securing Prometheus API and UI endpoints using basic auth\" (--web.config.file)";

    private static readonly string[] No = ["false", "0", "no", "off"];

    private static readonly string[] FlowerOptions = ["--basic-auth", "--basic_auth", "--auth", "--conf"];

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
        new("mher/flower", "Flower documentation, Authentication: none by default")
        {
            Entrance = Anybody,
            Accounts = ["FLOWER_BASIC_AUTH", "FLOWER_AUTH", "FLOWER_AUTH_PROVIDER"],
            AccountOptions = FlowerOptions,
            Settings = [".py"],
        },
        new("grafana/grafana", "Grafana documentation, Configure Grafana: admin_password, [auth.anonymous], org_role")
        {
            Entrance = "accepts its documented default password `admin` until someone changes it",
            Accounts =
            [
                "GF_SECURITY_ADMIN_PASSWORD",
                "GF_SECURITY_ADMIN_PASSWORD__FILE",
                "GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION",
                "GF_AUTH_DISABLE_LOGIN_FORM",
                "GF_AUTH_PROXY_ENABLED",
            ],
            NoAccounts = ["admin"],
            Openers = ["GF_AUTH_ANONYMOUS_ENABLED"],
            OpeningValues = ["true", "1"],
            RoleVariable = "GF_AUTH_ANONYMOUS_ORG_ROLE",
            IsForWatching = true,
            Settings = [".ini"],
        },
        new("prom/prometheus", Prometheus)
        {
            Entrance = Anybody,
            AccountOptions = ["--web.config.file"],
            IsForWatching = true,
        },
        new("prom/alertmanager", Prometheus)
        {
            Entrance = Anybody,
            AccountOptions = ["--web.config.file"],
            IsForWatching = true,
        },
        new("prom/pushgateway", Prometheus)
        {
            Entrance = Anybody,
            AccountOptions = ["--web.config.file"],
            IsForWatching = true,
        },
        new("rabbitmq", "Docker Hub: rabbitmq, \"Setting default user and password\"; RabbitMQ documentation, \"Management Plugin\"")
        {
            Entrance = "accepts its documented default account `guest`",
            Accounts = ["RABBITMQ_DEFAULT_PASS", "RABBITMQ_DEFAULT_PASS_FILE"],
            NoAccounts = ["guest"],
            IsByRouteOnly = true,
            Settings = [".conf", ".json", ".config"],
        },
        new("minio/minio", "MinIO documentation, \"Root Access Settings\"")
        {
            Entrance = "accepts its documented default account `minioadmin`",
            Accounts = ["MINIO_ROOT_PASSWORD", "MINIO_ROOT_PASSWORD_FILE", "MINIO_SECRET_KEY", "MINIO_SECRET_KEY_FILE"],
            NoAccounts = ["minioadmin"],
            IsByRouteOnly = true,
            Settings = [".env"],
        },
        new("axllent/mailpit", "Mailpit documentation, \"Runtime options\", UI authentication")
        {
            Entrance = Anybody,
            Accounts = ["MP_UI_AUTH", "MP_UI_AUTH_FILE"],
            AccountOptions = ["--ui-auth-file"],
            IsByRouteOnly = true,
        },
        new("mailhog/mailhog", "mailhog/MailHog, docs/Auth.md")
        {
            Entrance = Anybody,
            Accounts = ["MH_AUTH_FILE"],
            AccountOptions = ["-auth-file"],
            IsByRouteOnly = true,
        },
        new("maildev/maildev", "maildev/maildev, README, Usage: --web-user, --web-pass")
        {
            Entrance = Anybody,
            Accounts = ["MAILDEV_WEB_PASS"],
            AccountOptions = ["--web-pass"],
            IsByRouteOnly = true,
        },
        new("jaegertracing/all-in-one", "Jaeger documentation, \"Securing Jaeger installation\": the UI has no login")
        {
            Entrance = Anybody,
            IsForWatching = true,
        },
        new("jaegertracing/jaeger", "Jaeger documentation, \"Securing Jaeger installation\": the UI has no login")
        {
            Entrance = Anybody,
            IsForWatching = true,
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
        new("celery flower", "Flower documentation, Authentication: none by default")
        {
            Entrance = Anybody,
            Accounts = ["FLOWER_BASIC_AUTH", "FLOWER_AUTH", "FLOWER_AUTH_PROVIDER"],
            AccountOptions = FlowerOptions,
            HostOptions = ["--address"],
            Settings = [".py"],
        },
    ];
}
