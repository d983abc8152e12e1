using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Deploying.Tests.Planning;

/// <summary>Projects for the tests.</summary>
internal static class Projects
{
    public const string Shop = """
        name: shop
        services:
          web:
            build: ./web
            environment:
              DATABASE_URL: postgresql://app:${PASSWORD:?set it}@db:5432/shop
            ports:
              - "127.0.0.1:8080:3000"
            depends_on: [db, migrate]
            restart: unless-stopped
          migrate:
            build: ./web
            command: ["node", "migrate.js"]
            restart: "no"
            depends_on: [db]
          db:
            image: postgres:16-alpine
            environment:
              POSTGRES_PASSWORD: ${PASSWORD}
            volumes:
              - data:/var/lib/postgresql/data
            healthcheck:
              test: ["CMD", "pg_isready", "-U", "app user"]
              interval: 2s
        volumes:
          data:
        """;

    public static RenderedProject Render(string compose, params (string Name, string Value)[] values) =>
        Render(compose, "FROM scratch\n", values);

    /// <param name="compose">The Compose file.</param>
    /// <param name="dockerfile">Of the build context <c>own</c>.</param>
    /// <param name="values">What is set.</param>
    public static RenderedProject Render(string compose, string dockerfile, params (string Name, string Value)[] values)
    {
        using MemoryRepository repository = new([
            new MemoryFile("compose.yaml", compose),
            new MemoryFile("web/Dockerfile", "FROM node:22-alpine\nCOPY server.js .\nEXPOSE 3000\nCMD [\"node\", \"server.js\"]\n"),
            new MemoryFile("own/Dockerfile", dockerfile),
            new MemoryFile("web/server.js", "require('http').createServer((q, s) => s.end()).listen(3000);\n"),
            new MemoryFile("web/migrate.js", "process.exit(0);\n"),
            new MemoryFile("own/start.sh", "#!/bin/sh\nset -e\nalembic upgrade head\nexec uvicorn app:app --port 3000\n"),
        ]);
        var deployment = new DeploymentReader().Read(repository).Deployment;
        var stack = deployment.ComposeStacks[0];
        var target = deployment.Targets.First(each => each.Name == stack.Name);
        var given = values.ToDictionary(pair => pair.Name, pair => pair.Value);
        return new ProjectRendering(stack, target, "/repository", given, _ => null)
        {
            Started = workload => deployment.StartupOf(workload)?.Programs ?? [],
        }.Render(environment: null);
    }

    public static ObservedContainer Running(string service, int release, string configuration) =>
        new($"shop-{service}-{release}")
        {
            Service = service,
            Role = "service",
            Release = release,
            Configuration = configuration,
            Status = "running",
        };

    public static ObservedContainer Proxy(string configuration) =>
        new("shop-proxy")
        {
            Role = "proxy",
            Configuration = configuration,
            Status = "running",
        };

    public static PlanInput Input(ProjectDefinition project, ObservedState observed, int release) =>
        new(project, observed, ProxyLayout.Of(project, "haproxy:2.6-alpine"))
        {
            Release = release,
            ProxyConfiguration = "p",
            Configurations = project.Services.ToDictionary(service => service.Name, service => service.Name),
            Images = project.Services.ToDictionary(service => service.Name, service => "sha256:" + service.Name),
        };

    public static string Text(IEnumerable<CommandLine> lines) => string.Join('\n', lines);
}
