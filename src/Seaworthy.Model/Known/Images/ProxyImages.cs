namespace Seaworthy.Model.Known.Images;

/// <summary>Web servers, proxies and gateways.</summary>
internal static class ProxyImages
{
    // Source: nginx documentation, "listen"; Docker Hub: nginx, "Using environment variables in nginx configuration".
    private static readonly PortSettings OfNginx = new([], ["nginx -c", "-g", ".conf"], ["/etc/nginx"]);

    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("nginx", ImageRole.WebServer, "Docker Hub: nginx")
        {
            Ports = [new(80, "http")],
            PortSettings = OfNginx,
            DropsRoot = true,
            Tools = ["curl", "envsubst"],
            Paths = [new("/", 80, PathPurpose.Root)],
            Variants = [new("alpine", OnAlpine), new("slim", row => row with { Tools = ["envsubst"], SomeHold = ["curl"] })],
        },
        new("nginxinc/nginx-unprivileged", ImageRole.WebServer, "Docker Hub: nginxinc/nginx-unprivileged")
        {
            Repositories = ["ghcr.io/nginxinc/nginx-unprivileged", "ghcr.io/nginx/nginx-unprivileged"],
            Ports = [new(8080, "http")],
            PortSettings = OfNginx,
            User = "101",
            Tools = ["curl", "envsubst"],
            Paths = [new("/", 8080, PathPurpose.Root)],
            Variants = [new("alpine", OnAlpine), new("slim", row => row with { Tools = ["envsubst"], SomeHold = ["curl"] })],
        },
        new("openresty/openresty", ImageRole.WebServer, "Docker Hub: openresty/openresty")
        {
            Ports = [new(80, "http")],
            System = BaseSystem.Unknown,
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine, SomeHold = ["curl", "bash", "make"] })],
        },
        new("httpd", ImageRole.WebServer, "Docker Hub: httpd")
        {
            Ports = [new(80, "http")],
            DropsRoot = true,
            WorkingDirectory = "/usr/local/apache2",
            Paths = [new("/", 80, PathPurpose.Root)],
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine })],
        },
        new("caddy", ImageRole.WebServer, "Docker Hub: caddy")
        {
            Ports = [new(80, "http"), new(443, "https"), new(443, "https", "HTTP/3", IsUdp: true)],
            System = BaseSystem.Alpine,
            SomeHold = ["curl"],
            DataPaths = ["/data", "/config"],
            WorkingDirectory = "/srv",
            Paths = [new("/", 80, PathPurpose.Root)],
        },
        new("traefik", ImageRole.Proxy, "Docker Hub: traefik")
        {
            Ports = [new(80, "http")],
            System = BaseSystem.Alpine,
            Variants = [new("windowsservercore", row => row with { System = BaseSystem.Unknown })],
        },
        new("haproxy", ImageRole.Proxy, "Docker Hub: haproxy")
        {
            User = "haproxy",
            SomeHold = ["make", "gcc"],
            Variants =
            [
                new("alpine", row => row with { System = BaseSystem.Alpine }),
                new("2.0", row => row with { User = "root" }),
                new("2.2", row => row with { User = "root" }),
            ],
        },
        new("kong", ImageRole.Proxy, "Docker Hub: kong; Kong Gateway documentation, Default ports")
        {
            Repositories = ["kong/kong-gateway"],
            Ports = [new(8000, "http"), new(8443, "https"), new(8001, "http", "administration"), new(8444, "https", "administration")],
            User = "kong",
            System = BaseSystem.Unknown,
            Tools = ["kong"],
            Paths = [new("/status", 8001, PathPurpose.Health)],
        },
        new("envoyproxy/envoy", ImageRole.Proxy, "Envoy documentation, Using the Envoy Docker image")
        {
            Ports = [new(10000, "http"), new(9901, "http", "administration")],
            DropsRoot = true,
            System = BaseSystem.Unknown,
            Paths = [new("/ready", 9901, PathPurpose.Readiness), new("/stats/prometheus", 9901, PathPurpose.Metrics)],
            Variants = [new("distroless", row => row with { System = BaseSystem.None })],
        },
        new("nginxproxy/nginx-proxy", ImageRole.Proxy, "nginx-proxy/nginx-proxy, README")
        {
            Repositories = ["jwilder/nginx-proxy"],
            Ports = [new(80, "http")],
            System = BaseSystem.Unknown,
            Tools = ["curl", "sh"],
        },
        new("jc21/nginx-proxy-manager", ImageRole.Proxy, "Nginx Proxy Manager, Setup instructions")
        {
            Ports = [new(80, "http"), new(443, "https"), new(81, "http", "administration")],
            System = BaseSystem.Unknown,
            DataPaths = ["/data", "/etc/letsencrypt"],
        },
        new("varnish", ImageRole.Proxy, "Docker Hub: varnish")
        {
            Ports = [new(80, "http") { Variable = "VARNISH_HTTP_PORT" }],
            User = "varnish",
            System = BaseSystem.Unknown,
        },
        new("edoburu/pgbouncer", ImageRole.Proxy, "edoburu/docker-pgbouncer, README")
        {
            Ports = [new(5432, "postgres") { Variable = "LISTEN_PORT" }],
            User = "postgres",
            System = BaseSystem.Alpine,
            Tools = ["psql"],
            SomeHold = ["pg_isready", "bash"],
        },
        new("bitnami/pgbouncer", ImageRole.Proxy, "Docker Hub: bitnami/pgbouncer")
        {
            Repositories = ["bitnamilegacy/pgbouncer"],
            Ports = [new(6432, "postgres") { Variable = "PGBOUNCER_PORT" }],
            User = "1001",
            System = BaseSystem.Unknown,
        },
        new("cloudflare/cloudflared", ImageRole.Proxy, "Docker Hub: cloudflare/cloudflared") { System = BaseSystem.None, User = "nonroot" },
    ];

    private static PublicImage OnAlpine(PublicImage row) => row with { System = BaseSystem.Alpine };
}
