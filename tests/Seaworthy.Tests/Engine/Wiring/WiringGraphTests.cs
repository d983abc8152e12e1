using Seaworthy.Engine;
using Seaworthy.Engine.Wiring;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Wiring;

public sealed class WiringGraphTests
{
    private const string Compose = """
        services:
          web:
            image: nginx:1.27
            ports: ["8080:80"]
            depends_on: [api]
            environment:
              API_URL: http://api:3000
              MAIL_URL: http://mail:25
          api:
            image: example/api:1.4.2
            environment:
              DATABASE_URL: postgres://db:5432/shop
              RATES_URL: https://rates.example.com/v1
          db:
            image: postgres:17
        """;

    [Fact]
    public void A_wire_has_the_places_of_both_its_ends_and_an_image_tells_where_it_listens()
    {
        var graph = Graph(new MemoryFile("compose.yaml", Compose));

        Assert.Equal(
            [
                (":8080", "web", "80", 4, 3),
                ("web", "api", "API_URL", 7, 9),
                ("web", "mail", "MAIL_URL", 8, 0),
                ("api", "db", "DATABASE_URL", 12, 15),
                ("api", "rates.example.com", "RATES_URL", 13, 0),
            ],
            graph.Wires.Select(wire =>
                (Name(graph, wire.From), Name(graph, wire.To), wire.Label, wire.FromPlace?.StartLine ?? 0, wire.ToPlace?.StartLine ?? 0)
            )
        );
        Assert.Equal(["MAIL_URL"], graph.Wires.Where(wire => wire.BrokenBecause is not null).Select(wire => wire.Label));
        Assert.Equal("postgres:17", graph.Nodes.Single(node => node.Name == "db").Runs);
    }

    [Fact]
    public void A_call_of_localhost_that_a_finding_judges_is_a_broken_wire_to_the_workload_that_is_meant()
    {
        using DirectoryRepository shop = new(Path.Combine(RepositoryRoot.Path, "examples", "shop"));
        var report = Audit.Run(shop);

        var graph = WiringGraph.Of(report.Deployment, report.Findings);

        var wire = Assert.Single(graph.Wires, wire => wire.BrokenBecause == "localhost is the caller itself");
        Assert.Equal(("orders", "catalog"), (Name(graph, wire.From), Name(graph, wire.To)));
        Assert.Equal(3, graph.Wires.Count(one => one.BrokenBecause is not null));
        Assert.Equal(2, WiringGraph.Of(report.Deployment).Wires.Count(one => one.BrokenBecause is not null));
    }

    [Fact]
    public void Waiting_is_told_where_no_address_says_more()
    {
        var graph = Graph(new MemoryFile("compose.yaml", "services:\n  a:\n    image: a:1\n    depends_on: [b]\n  b:\n    image: b:1\n"));

        Assert.Equal("waits for", Assert.Single(graph.Wires).Label);
    }

    [Fact]
    public void An_ingress_lets_the_world_in_by_host_and_path()
    {
        var graph = Graph(
            new MemoryFile(
                "k8s/all.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: web, image: "nginx:1.27"}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: front}
                spec: {selector: {app: web}, ports: [{port: 80}]}
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop}
                spec:
                  rules:
                    - host: shop.example.com
                      http:
                        paths:
                          - {path: /, pathType: Prefix, backend: {service: {name: front, port: {number: 80}}}}
                          - {path: /gone, pathType: Prefix, backend: {service: {name: gone, port: {number: 80}}}}
                """
            )
        );

        var wire = Assert.Single(graph.Wires, wire => Name(graph, wire.From) == "shop.example.com");

        Assert.Equal(("web", "/", 23), (Name(graph, wire.To), wire.Label, wire.FromPlace?.StartLine));
        Assert.Equal(WireNodeKind.Entry, graph.Nodes.Single(node => node.Name == "shop.example.com").Kind);
    }

    [Fact]
    public void Every_target_has_a_chart_of_its_own_with_all_that_it_is_wired_to()
    {
        var charts = WiringChart.Of(
            Graph(
                new MemoryFile("one/compose.yaml", Compose),
                new MemoryFile(
                    "other/compose.yaml",
                    "services:\n  api:\n    image: a:1\n    environment:\n      RATES_URL: https://rates.example.com\n"
                )
            )
        );

        Assert.Equal(["one/compose.yaml", "other/compose.yaml"], charts.Select(chart => chart.Target));
        Assert.All(charts, chart => Assert.Contains(chart.Nodes, node => node.Name == "rates.example.com"));
        Assert.All(
            charts,
            chart => Assert.Empty(chart.Wires.SelectMany(wire => new[] { wire.From, wire.To }).Except(chart.Nodes.Select(node => node.Id)))
        );
        Assert.Equal([1, 0], charts.Select(chart => chart.Broken));
    }

    private static string Name(WiringGraph graph, string id) => graph.Nodes.Single(node => node.Id == id).Name;

    private static WiringGraph Graph(params IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        return WiringGraph.Of(Audit.Run(repository).Deployment);
    }
}
