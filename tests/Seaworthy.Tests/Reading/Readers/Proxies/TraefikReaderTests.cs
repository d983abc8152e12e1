using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Proxies;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Proxies;

public sealed class TraefikReaderTests
{
    [Fact]
    public void Dynamic_configuration_routes_hosts_to_servers()
    {
        var file = Read(
            """
            http:
              routers:
                api:
                  rule: "Host(`example.com`, `www.example.com`) && PathPrefix(`/api`)"
                  service: api
                  entryPoints: [websecure]
                  middlewares: [strip]
                  tls: {}
              services:
                api:
                  loadBalancer:
                    healthCheck: { path: /health }
                    servers:
                      - url: http://api:8000
              middlewares:
                strip: { stripPrefix: { prefixes: [/api] } }
            """
        );
        var router = Assert.Single(file.Routers);
        Assert.Equal(["example.com", "www.example.com"], router.Hosts);
        Assert.Equal(["/api"], router.Paths);
        Assert.Equal(
            ("api", "websecure", "strip", true),
            (router.Service?.Value, router.EntryPoints[0].Value, router.Middlewares[0].Value, router.HasTls)
        );
        var service = Assert.Single(file.Services);
        Assert.Equal(("api", 8000, "/health"), (service.Servers[0].Host, service.Servers[0].Port, service.HealthPath?.Value));
        Assert.Equal("strip", Assert.Single(file.Middlewares).Value);
    }

    [Fact]
    public void Static_configuration_names_entry_points_and_files()
    {
        var file = Read("entryPoints:\n  web:\n    address: ':80'\nproviders:\n  file:\n    filename: /etc/traefik/dynamic.yml\n");
        Assert.Equal(("web", ":80"), (file.EntryPoints[0].Name.Value, file.EntryPoints[0].Address?.Value));
        Assert.Equal("/etc/traefik/dynamic.yml", Assert.Single(file.ProviderPaths).Value);
    }

    [Fact]
    public void A_compose_file_for_traefik_is_not_ours()
    {
        Assert.Null(
            new TraefikReader().Read(
                new FileSyntax(new SourceFile("docker-compose.traefik.yml", "services:\n  traefik:\n    image: traefik\n"))
            )
        );
    }

    [Fact]
    public void Labels_of_a_container_route_to_its_port()
    {
        SourceFile file = new("compose.yaml", "x");
        (string, Fact<string>) Label(string name, string value) => (name, new Fact<string>(value, new SourceSpan(file, 0, 1)));
        var labels = TraefikLabels.Of([
            Label("traefik.enable", "true"),
            Label("traefik.http.routers.web.rule", "Host(`a.example`) || Host(`b.example`)"),
            Label("traefik.http.routers.web.entrypoints", "web,websecure"),
            Label("traefik.http.routers.web.tls.certresolver", "le"),
            Label("traefik.http.services.web.loadbalancer.server.port", "3000"),
            Label("other", "x"),
        ]);
        var router = Assert.Single(labels?.Routers ?? []);
        Assert.Equal(["a.example", "b.example"], router.Hosts);
        Assert.Equal(["web", "websecure"], router.EntryPoints.Select(point => point.Value));
        Assert.Equal((true, true, "3000"), (labels?.IsEnabled, router.HasTls, labels?.Services[0].Port?.Value));
        Assert.Null(TraefikLabels.Of([Label("com.example", "x")]));
    }

    private static TraefikFile Read(string text) =>
        Assert.IsType<TraefikFile>(new TraefikReader().Read(new FileSyntax(new SourceFile("traefik/dynamic.yml", text))));
}
