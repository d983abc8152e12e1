using System.Text.Json;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Questions to the joined model, asked as a user asks them.</summary>
public sealed class ModelCommandTests
{
    private const string Compose = """
        services:
          web:
            image: nginx:1.29-alpine
            ports: ["8080:80"]
            volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
          api:
            build: ./api
            environment:
              DATABASE_URL: postgres://app:${DB_PASSWORD:?}@db:5432/app
              QUEUE_URL: amqp://broker:5672
          db:
            image: postgres:17-alpine
        """;

    private const string Dockerfile = """
        FROM node:24-alpine
        WORKDIR /app
        COPY . .
        EXPOSE 3000
        CMD ["node", "server.js"]
        """;

    private const string Server = """
        const app = require("express")();
        const database = process.env.DATABASE_URL;
        app.listen(3000);
        module.exports = { database };
        """;

    private const string Proxy = """
        events {}
        http {
          upstream api { server api:3000; }
          server { listen 80; location / { proxy_pass http://api; } }
        }
        """;

    [Fact]
    public void All_of_it_is_json()
    {
        using var shop = Shop();

        var (code, output, _) = Program.Run(shop.Root, "model");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Contains(
            "compose.yaml",
            json.RootElement.GetProperty("artifacts").EnumerateArray().Select(artifact => artifact.GetProperty("path").GetString())
        );
    }

    [Fact]
    public void A_port_is_told_in_the_order_of_flow()
    {
        using var shop = Shop();

        var (code, output, _) = Program.Run(shop.Root, "model", "port", "3000");

        Assert.Equal(0, code);
        AssertLines(
            output,
            "api in compose.yaml",
            "  listens    api/server.js:3   app.listen(3000);  (on 3000)",
            "  exposed    api/Dockerfile:4  EXPOSE 3000",
            "  called     nginx.conf:3      upstream api { server api:3000; }  (web: api:3000)"
        );
    }

    [Fact]
    public void A_variable_is_told_from_who_gives_it_to_whom_it_leads_to()
    {
        using var shop = Shop();

        var (code, output, _) = Program.Run(shop.Root, "model", "env", "DATABASE_URL");

        Assert.Equal(0, code);
        AssertLines(
            output,
            "api in compose.yaml",
            "  given      compose.yaml:9   DATABASE_URL: postgres://app:${DB_PASSWORD:?}@db:5432/app  (DB_PASSWORD must be set at deployment)",
            "  read       api/server.js:2  const database = process.env.DATABASE_URL;  (no default)",
            "  calls      compose.yaml:9   DATABASE_URL: postgres://app:${DB_PASSWORD:?}@db:5432/app  (db is db in compose.yaml)"
        );
    }

    [Fact]
    public void A_service_is_told_with_whom_it_calls_and_who_calls_it()
    {
        using var shop = Shop();

        var (code, output, _) = Program.Run(shop.Root, "model", "service", "api");

        Assert.Equal(0, code);
        Assert.All(
            ["declared   compose.yaml:6", "starts     api/Dockerfile:5", "calls      compose.yaml:10", "called     nginx.conf:3"],
            part => Assert.Contains(part, output, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(1, "service", "ap", "no target runs a service ap. There is api.")]
    [InlineData(1, "env", "DATABASE", "nothing writes, gives or reads DATABASE. There is DATABASE_URL.")]
    [InlineData(1, "port", "9", "nothing listens on or publishes port 9.")]
    [InlineData(2, "port", "http", "'http' is no port: name a number from 1 to 65535.")]
    public void What_is_not_there_is_said_with_what_is(int wanted, string kind, string asked, string said)
    {
        using var shop = Shop();

        var (code, _, error) = Program.Run(shop.Root, "model", kind, asked);

        Assert.Equal((wanted, $"seaworthy: {said}"), (code, error.Trim()));
    }

    [Fact]
    public void The_wiring_is_a_flowchart_in_which_broken_wires_are_red()
    {
        using var shop = Shop();

        var (code, output, _) = Program.Run(shop.Root, "model", "--mermaid");

        Assert.Equal(0, code);
        AssertLines(
            output,
            "flowchart LR",
            "  subgraph t0[\"compose.yaml\"]",
            "    n0[\"web\"]",
            "    n1([\":8080\"])",
            "    n2[\"api\"]",
            "    n3[(\"db\")]",
            "    n4{{\"broker?\"}}",
            "  end",
            "  n1 -->|\"80\"| n0",
            "  n2 -->|\"DATABASE_URL\"| n3",
            "  n2 -.->|\"QUEUE_URL: nobody answers to this name\"| n4",
            "  n0 -->|\"3000\"| n2",
            "  linkStyle 2 stroke:#c00,color:#c00"
        );
    }

    [Fact]
    public void The_wiring_is_a_graph_for_graphviz()
    {
        using var shop = Shop();

        var (code, output, _) = Program.Run(shop.Root, "model", "--dot");

        Assert.Equal(0, code);
        Assert.Contains("\"compose.yaml/api\" -> \"compose.yaml/db\" [label=\"DATABASE_URL\"];", output, StringComparison.Ordinal);
        Assert.Contains("label=\"QUEUE_URL: nobody answers to this name\", color=red", output, StringComparison.Ordinal);
        Assert.Equal(output.Count(letter => letter == '{'), output.Count(letter => letter == '}'));
    }

    private static void AssertLines(string output, params IReadOnlyList<string> lines) =>
        Assert.Equal(lines, output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));

    private static ScratchRepository Shop() =>
        new ScratchRepository()
            .Write("compose.yaml", Compose)
            .Write("nginx.conf", Proxy)
            .Write("api/Dockerfile", Dockerfile)
            .Write("api/server.js", Server)
            .Write("api/package.json", """{"name":"api","dependencies":{"express":"5.1.0"}}""");
}
