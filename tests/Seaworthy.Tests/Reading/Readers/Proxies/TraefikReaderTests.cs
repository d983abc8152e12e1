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
        Assert.Equal("api", router.Service?.Value);
        var service = Assert.Single(file.Services);
        Assert.Equal(("api", 8000), (service.Servers[0].Host, service.Servers[0].Port));
    }

    [Fact]
    public void Static_configuration_is_read()
    {
        Assert.Empty(
            Read("entryPoints:\n  web:\n    address: ':80'\nproviders:\n  file:\n    filename: /etc/traefik/dynamic.yml\n").Routers
        );
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
        Assert.Equal("3000", labels?.Services[0].Port?.Value);
        Assert.Null(TraefikLabels.Of([Label("com.example", "x")]));
    }

    private static TraefikFile Read(string text) =>
        Assert.IsType<TraefikFile>(new TraefikReader().Read(new FileSyntax(new SourceFile("traefik/dynamic.yml", text))));
}
