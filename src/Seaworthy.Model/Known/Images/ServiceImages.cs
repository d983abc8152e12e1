namespace Seaworthy.Model.Known.Images;

/// <summary>Finished services: identity, secrets, workflow engines, applications, models.</summary>
internal static class ServiceImages
{
    // Source: LocalStack, "The Road Ahead for LocalStack"; microcks/microcks, issue 2008, of 2026-03-23: exit code 55.
    private static readonly RequiredVariables LocalStackToken = new(["LOCALSTACK_AUTH_TOKEN"], ["LOCALSTACK_API_KEY"])
    {
        AtEveryStartBecause = "releases of March 2026 and later require an account",
    };

    private static readonly IReadOnlyList<KnownPort> VaultPorts = [new(8200, "http"), new(8201, "vault", "cluster")];

    private static readonly IReadOnlyList<KnownPort> ConsulPorts =
    [
        new(8500, "http"),
        new(8600, "dns"),
        new(8600, "dns", IsUdp: true),
        new(8300, "consul", "cluster"),
        new(8301, "consul", "cluster"),
    ];

    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("quay.io/keycloak/keycloak", ImageRole.Identity, "Keycloak guides, Running Keycloak in a container")
        {
            SettingPrefixes = ["KC_", "KEYCLOAK_", "QUARKUS_"],
            Foreign = OldKeycloak,
            Repositories = ["keycloak/keycloak"],
            Ports =
            [
                new(8080, "http") { Variable = "KC_HTTP_PORT" },
                new(9000, "http", "management") { Variable = "KC_HTTP_MANAGEMENT_PORT" },
            ],
            User = "1000",
            System = BaseSystem.RedHatMicro,
            SomeHold = ["microdnf"],
            WorkingDirectory = "/",
            Variants =
            [
                // The management port came with release 25, the micro base with 17.
                .. from release in new[] { "17", "18", "19", "20", "21", "22", "23", "24" } select OnePort(release),
                .. from release in new[] { "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "legacy" } select OnWildFly(release),
            ],
        },
        new("jboss/keycloak", ImageRole.Identity, "Docker Hub: jboss/keycloak")
        {
            Ports = [new(8080, "http")],
            User = "1000",
            System = BaseSystem.Unknown,
            Successor = "quay.io/keycloak/keycloak",
        },
        new("hashicorp/vault", ImageRole.Secrets, "Docker Hub: hashicorp/vault")
        {
            Ports = VaultPorts,
            DropsRoot = true,
            System = BaseSystem.Alpine,
            Tools = ["vault", "dumb-init"],
            SomeHold = ["curl", "jq"],
            DataPaths = ["/vault/file", "/vault/data"],
            Paths = [new("/v1/sys/health", 8200, PathPurpose.Health)],
        },
        new("vault", ImageRole.Secrets, "Docker Hub: vault")
        {
            Ports = VaultPorts,
            DropsRoot = true,
            System = BaseSystem.Alpine,
            Tools = ["vault", "dumb-init"],
            SomeHold = ["curl", "jq"],
            DataPaths = ["/vault/file", "/vault/data"],
            Paths = [new("/v1/sys/health", 8200, PathPurpose.Health)],
            Successor = "hashicorp/vault",
        },
        new("hashicorp/consul", ImageRole.Application, "Docker Hub: hashicorp/consul")
        {
            Ports = ConsulPorts,
            DropsRoot = true,
            System = BaseSystem.Alpine,
            Tools = ["consul", "dumb-init"],
            SomeHold = ["curl", "jq"],
            DataPaths = ["/consul/data"],
            Paths = [new("/v1/status/leader", 8500, PathPurpose.Health), new("/v1/agent/metrics", 8500, PathPurpose.Metrics)],
        },
        new("consul", ImageRole.Application, "Docker Hub: consul")
        {
            Ports = ConsulPorts,
            DropsRoot = true,
            System = BaseSystem.Alpine,
            Tools = ["consul", "dumb-init"],
            SomeHold = ["curl", "jq"],
            DataPaths = ["/consul/data"],
            Paths = [new("/v1/status/leader", 8500, PathPurpose.Health)],
            Successor = "hashicorp/consul",
        },
        new("localstack/localstack", ImageRole.Tool, "LocalStack documentation, Installation, Internal endpoints")
        {
            Repositories = ["localstack/localstack-pro"],
            Ports = [new(4566, "http") { Variable = "GATEWAY_LISTEN" }],
            Tools = ["curl", "python", "python3"],
            SomeHold = ["node", "npm", "unzip", "make", "git", "wget", "ps", "nc", "xz", "gcc", "g++", "jq"],
            DataPaths = ["/var/lib/localstack"],
            Paths = [new("/_localstack/health", 4566, PathPurpose.Health)],
            Variants =
            [
                new("latest", row => row with { Required = [LocalStackToken] }),
                // Each service had a port of its own. Source: LocalStack, changelog of 0.11 and 0.12, "edge port".
                .. from release in new[] { "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "0.10", "0.11" }
                select new ImageVariant(release, row => row with { Ports = [], Paths = [] }),
            ],
        },
        new("temporalio/auto-setup", ImageRole.Application, "temporalio/docker-builds, README")
        {
            Repositories = ["temporalio/server"],
            Ports = [new(7233, "grpc")],
            User = "temporal",
            System = BaseSystem.Unknown,
        },
        new("temporalio/ui", ImageRole.Application, "temporalio/ui-server, README")
        {
            Ports = [new(8080, "http") { Variable = "TEMPORAL_UI_PORT" }],
            System = BaseSystem.Unknown,
        },
        new("n8nio/n8n", ImageRole.Application, "n8n documentation, Docker, Monitoring")
        {
            SettingPrefixes = ["N8N_", "EXECUTIONS_", "QUEUE_", "DB_", "WEBHOOK_"],
            Repositories = ["docker.n8n.io/n8nio/n8n"],
            Ports = [new(5678, "http") { Variable = "N8N_PORT" }],
            User = "node",
            System = BaseSystem.Alpine,
            Tools = ["node"],
            SomeHold = ["git", "curl", "bash", "apk", "jq", "tini", "npm", "openssl"],
            DataPaths = ["/home/node/.n8n"],
            Paths = [new("/healthz", 5678, PathPurpose.Health)],
        },
        new("metabase/metabase", ImageRole.Application, "Metabase documentation, Running on Docker")
        {
            SettingPrefixes = ["MB_"],
            Ports = [new(3000, "http") { Variable = "MB_JETTY_PORT" }],
            System = BaseSystem.Alpine,
            Tools = ["java", "bash"],
            SomeHold = ["curl"],
            DataPaths = ["/metabase.db", "/metabase-data"],
            Paths = [new("/api/health", 3000, PathPurpose.Health)],
        },
        new("apache/airflow", ImageRole.Application, "Airflow documentation, Docker Image; Configuration Reference")
        {
            Ports = [new(8080, "http"), new(8793, "http", "logs"), new(5555, "http", "monitoring")],
            User = "airflow",
            Tools = ["python", "python3", "curl", "bash"],
            SomeHold = ["git", "gcc", "ps", "wget", "nc", "java"],
            WorkingDirectory = "/opt/airflow",
            CommandRunner = "airflow",
            SettingPrefixes = ["AIRFLOW_", "_AIRFLOW_", "_PIP_ADDITIONAL_REQUIREMENTS"],
            Paths = [new("/health", 8080, PathPurpose.Health)],
        },
        new("apache/superset", ImageRole.Application, "Superset documentation, Docker")
        {
            SettingPrefixes = ["SUPERSET_"],
            Repositories = ["apachesuperset.docker.scarf.sh/apache/superset"],
            Ports = [new(8088, "http") { Variable = "SUPERSET_PORT" }],
            User = "superset",
            Tools = ["python", "python3", "curl"],
            SomeHold = ["git", "gcc", "g++", "make", "ps", "wget", "xz"],
            DataPaths = ["/app/superset_home"],
            WorkingDirectory = "/app",
            Paths = [new("/health", 8088, PathPurpose.Health)],
        },
        new("ollama/ollama", ImageRole.Application, "Docker Hub: ollama/ollama")
        {
            SettingPrefixes = ["OLLAMA_"],
            Ports = [new(11434, "http")],
            System = BaseSystem.Ubuntu,
            Tools = ["ollama"],
            EntryPoint = "/bin/ollama",
            DataPaths = ["/root/.ollama"],
            Paths =
            [
                new("/", 11434, PathPurpose.Root),
                new("/api/version", 11434, PathPurpose.Health),
                new("/api/tags", 11434, PathPurpose.Health),
            ],
            IsOpenByDefault = true,
        },
        new("hasura/graphql-engine", ImageRole.Application, "Hasura documentation, Docker")
        {
            SettingPrefixes = ["HASURA_"],
            Ports = [new(8080, "http") { Variable = "HASURA_GRAPHQL_SERVER_PORT" }],
            System = BaseSystem.Unknown,
            Paths = [new("/healthz", 8080, PathPurpose.Health)],
            Required = [new(["HASURA_GRAPHQL_METADATA_DATABASE_URL", "HASURA_GRAPHQL_DATABASE_URL"], [])],
        },
        new("postgrest/postgrest", ImageRole.Application, "PostgREST documentation, Docker")
        {
            Ports = [new(3000, "http") { Variable = "PGRST_SERVER_PORT" }],
            User = "1000",
            System = BaseSystem.None,
            Paths = [new("/", 3000, PathPurpose.Root)],
        },
        new("wordpress", ImageRole.Application, "Docker Hub: wordpress")
        {
            SettingPrefixes = ["WORDPRESS_"],
            FileVariables =
            [
                "WORDPRESS_DB_HOST",
                "WORDPRESS_DB_USER",
                "WORDPRESS_DB_PASSWORD",
                "WORDPRESS_DB_NAME",
                "WORDPRESS_AUTH_KEY",
                "WORDPRESS_SECURE_AUTH_KEY",
            ],
            Ports = [new(80, "http")],
            Tools = ["php", "curl"],
            SomeHold = ["gcc", "g++", "make", "xz", "wget", "unzip"],
            DataPaths = ["/var/www/html", "/var/www/html/wp-content"],
            WorkingDirectory = "/var/www/html",
            Variants =
            [
                new("fpm", row => row with { DropsRoot = true, Ports = [new(9000, "fastcgi")] }),
                new("alpine", row => row with { System = BaseSystem.Alpine, SomeHold = ["bash", "xz"] }),
            ],
        },
        new("ghost", ImageRole.Application, "Docker Hub: ghost")
        {
            SettingPrefixes = ["database__", "mail__"],
            Ports = [new(2368, "http")],
            Tools = ["node"],
            SomeHold = ["gosu", "npm"],
            DataPaths = ["/var/lib/ghost/content"],
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine, SomeHold = ["bash", "npm"] })],
        },
        new("sonarqube", ImageRole.Application, "Docker Hub: sonarqube")
        {
            Ports = [new(9000, "http")],
            User = "sonarqube",
            System = BaseSystem.Unknown,
            DataPaths = ["/opt/sonarqube/data"],
            Paths = [new("/api/system/status", 9000, PathPurpose.Health)],
        },
        new("jenkins/jenkins", ImageRole.Application, "jenkinsci/docker, README")
        {
            Ports = [new(8080, "http"), new(50000, "jenkins", "agents")],
            User = "jenkins",
            System = BaseSystem.Unknown,
            Tools = ["java", "git", "curl"],
            DataPaths = ["/var/jenkins_home"],
            Paths = [new("/login", 8080, PathPurpose.Health)],
        },
        new("gitea/gitea", ImageRole.Application, "Gitea documentation, Installation with Docker")
        {
            Ports = [new(3000, "http"), new(22, "ssh")],
            System = BaseSystem.Alpine,
            Tools = ["git", "curl", "bash"],
            DataPaths = ["/data"],
            Paths = [new("/api/healthz", 3000, PathPurpose.Health)],
            // Source: Gitea documentation, "Installation with Docker (rootless)".
            Variants = [new("rootless", row => row with { Ports = [new(3000, "http"), new(2222, "ssh")], DataPaths = ["/var/lib/gitea"] })],
        },
        new("registry", ImageRole.Application, "Docker Hub: registry")
        {
            Ports = [new(5000, "http")],
            System = BaseSystem.Alpine,
            DataPaths = ["/var/lib/registry"],
            Paths = [new("/v2/", 5000, PathPurpose.Health), new("/", 5000, PathPurpose.Root)],
            IsOpenByDefault = true,
        },
    ];

    /// <remarks>Sources: Keycloak guides, "Configuring the database" and "Migrating to the Quarkus distribution"; Docker Hub, jboss/keycloak and bitnami/keycloak.</remarks>
    private static IReadOnlyList<ForeignVariables> OldKeycloak =>
        [
            new(
                [
                    "DB_VENDOR",
                    "DB_ADDR",
                    "DB_PORT",
                    "DB_DATABASE",
                    "DB_SCHEMA",
                    "DB_USER",
                    "DB_PASSWORD",
                    "JDBC_PARAMS",
                    "KEYCLOAK_DATABASE_*",
                ],
                "Keycloak up to 16 or Bitnami",
                "uses a local H2 file"
            )
            {
                Decisive = ["DB_VENDOR", "DB_ADDR", "KEYCLOAK_DATABASE_*"],
                Instead = ["KC_DB", "KC_DB_URL", "KC_DB_USERNAME", "KC_DB_PASSWORD"],
                Options = ["--db", "--optimized", "--config-file"],
                Directories = ["/opt/keycloak/conf"],
            },
        ];

    private static ImageVariant OnWildFly(string release) =>
        new(release, row => row with { System = BaseSystem.Unknown, Ports = [new(8080, "http")], Foreign = [] });

    private static ImageVariant OnePort(string release) =>
        new(release, row => row with { Ports = [new(8080, "http") { Variable = "KC_HTTP_PORT" }] });
}
