namespace Seaworthy.Model.Known.Images;

/// <summary>Administration, mail traps and helpers around a deployment.</summary>
internal static class ToolImages
{
    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("adminer", ImageRole.Administration, "Docker Hub: adminer")
        {
            Ports = [new(8080, "http")],
            User = "adminer",
            System = BaseSystem.Alpine,
            Tools = ["php"],
            SomeHold = ["curl", "xz"],
        },
        new("dpage/pgadmin4", ImageRole.Administration, "pgAdmin documentation, Container deployment")
        {
            Repositories = ["elestio/pgadmin"],
            Ports = [new(80, "http") { Variable = "PGADMIN_LISTEN_PORT" }],
            User = "pgadmin",
            System = BaseSystem.Alpine,
            Tools = ["python3"],
            SomeHold = ["psql", "bash", "curl", "sudo", "python", "pg_isready"],
            DataPaths = ["/var/lib/pgadmin"],
            Paths = [new("/misc/ping", 80, PathPurpose.Health)],
            Required = [new(["PGADMIN_DEFAULT_EMAIL"], []), new(["PGADMIN_DEFAULT_PASSWORD", "PGADMIN_DEFAULT_PASSWORD_FILE"], [])],
        },
        new("phpmyadmin", ImageRole.Administration, "Docker Hub: phpmyadmin")
        {
            Repositories = ["phpmyadmin/phpmyadmin"],
            Ports = [new(80, "http") { Variable = "APACHE_PORT" }],
            Tools = ["php", "curl"],
            SomeHold = ["gcc", "g++", "make", "xz"],
            Variants =
            [
                new("fpm", row => row with { Ports = [new(9000, "fastcgi")] }),
                new("alpine", row => row with { System = BaseSystem.Alpine }),
            ],
        },
        new("mongo-express", ImageRole.Administration, "Docker Hub: mongo-express")
        {
            Ports = [new(8081, "http") { Variable = "PORT" }],
            System = BaseSystem.Alpine,
            Tools = ["node", "bash", "tini"],
            SomeHold = ["npm", "git"],
        },
        new("rediscommander/redis-commander", ImageRole.Administration, "joeferner/redis-commander, README")
        {
            Repositories = ["ghcr.io/joeferner/redis-commander"],
            Ports = [new(8081, "http") { Variable = "PORT" }],
            System = BaseSystem.Unknown,
        },
        new("redis/redisinsight", ImageRole.Administration, "Redis documentation, Redis Insight on Docker")
        {
            Repositories = ["redislabs/redisinsight"],
            Ports = [new(5540, "http") { Variable = "RI_APP_PORT" }],
            System = BaseSystem.Unknown,
            DataPaths = ["/data"],
            Variants = [new("1", row => row with { Ports = [new(8001, "http")], DataPaths = ["/db"] })],
        },
        new("provectuslabs/kafka-ui", ImageRole.Administration, "provectus/kafka-ui, README")
        {
            Repositories = ["kafbat/kafka-ui", "ghcr.io/kafbat/kafka-ui"],
            Ports = [new(8080, "http") { Variable = "SERVER_PORT" }],
            System = BaseSystem.Unknown,
            Paths = [new("/actuator/health", 8080, PathPurpose.Health)],
        },
        new("mher/flower", ImageRole.Administration, "mher/flower, Dockerfile")
        {
            Ports = [new(5555, "http") { Variable = "FLOWER_PORT" }],
            User = "flower",
            System = BaseSystem.Unknown,
        },
        // It administers Docker itself, by its socket or an agent, and opens no data store.
        new("portainer/portainer-ce", ImageRole.Tool, "Portainer documentation, Install with Docker")
        {
            Repositories = ["portainer/portainer"],
            Ports = [new(9000, "http"), new(9443, "https"), new(8000, "http", "edge agents")],
            System = BaseSystem.None,
            DataPaths = ["/data"],
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine })],
        },
        new("mailhog/mailhog", ImageRole.MailTrap, "mailhog/MailHog, README")
        {
            Ports = [new(1025, "smtp"), new(8025, "http")],
            User = "mailhog",
            System = BaseSystem.Unknown,
            Paths = [new("/", 8025, PathPurpose.Root)],
            Successor = "axllent/mailpit",
        },
        new("axllent/mailpit", ImageRole.MailTrap, "Mailpit documentation, Docker images, Health")
        {
            Repositories = ["ghcr.io/axllent/mailpit"],
            Ports = [new(1025, "smtp"), new(8025, "http"), new(1110, "pop3")],
            System = BaseSystem.Alpine,
            DataPaths = ["/data"],
            Paths =
            [
                new("/livez", 8025, PathPurpose.Health),
                new("/readyz", 8025, PathPurpose.Readiness),
                new("/", 8025, PathPurpose.Root),
            ],
        },
        new("maildev/maildev", ImageRole.MailTrap, "maildev/maildev, README")
        {
            Ports = [new(1025, "smtp") { Variable = "MAILDEV_SMTP_PORT" }, new(1080, "http") { Variable = "MAILDEV_WEB_PORT" }],
            User = "node",
            System = BaseSystem.Alpine,
            Tools = ["node"],
            SomeHold = ["npm", "curl"],
            Paths = [new("/healthz", 1080, PathPurpose.Health)],
            // Source: maildev/maildev, Dockerfile of 1.1.0: `--web 80 --smtp 25`.
            Variants = [.. from release in new[] { "0", "1" } select new ImageVariant(release, OldMailDev)],
        },
        new("containrrr/watchtower", ImageRole.Tool, "containrrr/watchtower, README")
        {
            System = BaseSystem.None,
            Successor = "none: the project is archived",
        },
        new("certbot/certbot", ImageRole.Tool, "Certbot documentation, Running with Docker")
        {
            System = BaseSystem.Alpine,
            Tools = ["python", "python3", "certbot"],
            EntryPoint = "certbot",
            SomeHold = ["gcc"],
            DataPaths = ["/etc/letsencrypt"],
        },
        new("docker", ImageRole.Tool, "Docker Hub: docker")
        {
            System = BaseSystem.Alpine,
            Tools = ["docker"],
            SomeHold = ["git", "curl", "xz", "bash"],
            // With DOCKER_TLS_CERTDIR blank, and in releases before 19.03, it listens without TLS. Source: Docker Hub: docker, "TLS".
            Variants =
            [
                new("dind", row => row with { Ports = [new(2376, "docker", "TLS"), new(2375, "docker")], DataPaths = ["/var/lib/docker"] }),
            ],
        },
        new("curlimages/curl", ImageRole.Tool, "Docker Hub: curlimages/curl")
        {
            User = "curl_user",
            System = BaseSystem.Alpine,
            Tools = ["curl"],
        },
        new("minio/mc", ImageRole.Tool, "MinIO documentation, mc")
        {
            Repositories = ["quay.io/minio/mc"],
            System = BaseSystem.Unknown,
            Tools = ["mc"],
            EntryPoint = "mc",
        },
        new("migrate/migrate", ImageRole.Tool, "golang-migrate/migrate, README")
        {
            System = BaseSystem.Alpine,
            Tools = ["migrate"],
            EntryPoint = "migrate",
        },
        new("flyway/flyway", ImageRole.Tool, "Docker Hub: flyway/flyway")
        {
            Repositories = ["redgate/flyway"],
            System = BaseSystem.Unknown,
            Tools = ["flyway"],
            EntryPoint = "flyway",
        },
        new("liquibase/liquibase", ImageRole.Tool, "Docker Hub: liquibase/liquibase")
        {
            Repositories = ["liquibase"],
            User = "liquibase",
            System = BaseSystem.Unknown,
            Tools = ["liquibase"],
        },
        new("selenium/standalone-chrome", ImageRole.Tool, "SeleniumHQ/docker-selenium, README")
        {
            Repositories = ["selenium/hub", "selenium/standalone-firefox", "selenium/standalone-chromium"],
            Ports = [new(4444, "http")],
            System = BaseSystem.Unknown,
            Paths = [new("/status", 4444, PathPurpose.Health), new("/wd/hub/status", 4444, PathPurpose.Health)],
        },
        new("swaggerapi/swagger-ui", ImageRole.Tool, "Swagger UI documentation, Installation")
        {
            Ports = [new(8080, "http") { Variable = "PORT" }],
            System = BaseSystem.Alpine,
            SomeHold = ["curl", "node"],
        },
        new("wiremock/wiremock", ImageRole.Tool, "WireMock documentation, Running in Docker")
        {
            Ports = [new(8080, "http")],
            System = BaseSystem.Unknown,
            Paths = [new("/__admin/health", 8080, PathPurpose.Health)],
        },
    ];

    private static PublicImage OldMailDev(PublicImage row) =>
        row with
        {
            Ports = [new(25, "smtp"), new(80, "http")],
            Paths = [new("/healthz", 80, PathPurpose.Health)],
        };
}
