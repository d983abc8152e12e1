using System.Diagnostics;
using System.Net.Sockets;
using Seaworthy.Deploying.Running;
using Xunit;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>Drifts made by hand, one after the other: each is found and named, and none in the untouched system before and after each group of them.</summary>
public sealed class VerifyTrialTests(ITestOutputHelper output)
{
    private const string Name = "swverify";

    private const string Compose =
        """
            name: NAME
            services:
              web:
                build: ./web
                environment:
                  VERSION: ${VERSION:-1}
                  LATE: ${LATE:-0}
                  DATABASE_URL: postgresql://app:${POSTGRES_PASSWORD:?set it in .env}@db:5432/shop
                ports:
                  - "127.0.0.1:PORT:8080"
                pids_limit: 200
                depends_on:
                  db:
                    condition: service_healthy
                  migrate:
                    condition: service_completed_successfully
                restart: unless-stopped
              store:
                image: node:22-alpine
                command: ["node", "/app/store.js"]
                environment:
                  MODE: quiet
                ports:
                  - "127.0.0.1:19211:6000"
                volumes:
                  - files:/data
                  - ./store:/app:ro
                mem_limit: 128m
                cap_drop: [ALL]
                labels:
                  seaworthy.update: stop-first
                healthcheck:
                  test: ["CMD-SHELL", "test ! -e /tmp/sick"]
                  interval: 1s
                  retries: 2
                restart: unless-stopped
              migrate:
                image: postgres:16-alpine
                entrypoint: ["sh", "-c", "set -e; for f in /migrations/*.sql; do psql -v ON_ERROR_STOP=1 -f $$f; done; psql -c \"create table if not exists schema_migrations (version text primary key)\" -c \"insert into schema_migrations values ('20240101000000'), ('20240201000000') on conflict do nothing\""]
                environment:
                  PGHOST: db
                  PGUSER: app
                  PGDATABASE: shop
                  PGPASSWORD: ${POSTGRES_PASSWORD:?set it in .env}
                volumes:
                  - ./migrations:/migrations:ro
                depends_on:
                  db:
                    condition: service_healthy
                restart: "no"
            """
        + "\n"
        + TrialProject.Database
        + "\n  files:";

    private const string Store = """
        const server = require("http").createServer((request, response) => response.end("ok"));
        server.listen(6000);
        process.on("SIGUSR2", () => server.close());
        process.on("SIGHUP", () => server.listen(6000));
        process.on("SIGTERM", () => process.exit(0));
        setInterval(() => {}, 1000);
        """;

    private const string Nginx = """
        server {
          listen 80;
          server_name localhost;
          return 301 https://localhost$request_uri;
        }
        server {
          listen 443 ssl;
          server_name localhost;
          add_header Strict-Transport-Security "max-age=63072000" always;
          add_header X-Content-Type-Options nosniff always;
          location / {
            proxy_pass http://web:8080;
          }
        }
        """;

    private static readonly string[] Addresses = ["--url", "https://localhost:19243/", "--url", "http://localhost:19280/"];

    [Fact]
    public void Each_drift_is_found_and_none_in_the_untouched_system()
    {
        Assert.SkipWhen(Engine.MissingBecause is not null, Engine.MissingBecause ?? "");
        using EdgeServer edge = new(19243, 19280);
        var authority = Path.GetTempFileName();
        File.WriteAllText(authority, edge.Authority);
        using TrialProject project = new(Name, Compose, 19210)
        {
            Environment = new Dictionary<string, string> { ["SSL_CERT_FILE"] = authority },
        };
        Prepare(project);
        Assert.True(project.Deploy("1", "1s") == 0, project.Output);
        Finds(project, "");
        List<string> table = [];
        foreach (var group in Drifts(project, edge))
        {
            foreach (var drift in group)
            {
                drift.Make();
                var code = project.Ask("verify", Addresses);
                var line = project.Output.Split('\n').FirstOrDefault(each => each.Contains(drift.Said, StringComparison.Ordinal));
                table.Add($"{drift.What} | {(code == 1 && line is not null ? "yes" : "no")} | {line ?? project.Output}");
                drift.Undo();
            }

            Finds(project, "");
        }

        File.Delete(authority);
        Engine.Try("docker", ["image", "prune", "--force", "--filter", "label=swverify=other"]);
        foreach (var line in table)
        {
            output.WriteLine(line);
        }

        Assert.DoesNotContain(table, line => line.Contains(" | no | ", StringComparison.Ordinal));
        Assert.True(table.Count(line => line.Contains(" | yes | ", StringComparison.Ordinal)) >= 20);
    }

    private static void Prepare(TrialProject project)
    {
        project.Write("store/store.js", Store);
        project.Write("web/nginx.conf", Nginx);
        project.Write("migrations/20240101000000_orders.sql", "-- migrate:up\nalter table orders add column if not exists paid boolean;\n");
        project.Write("migrations/20240201000000_paid.sql", "-- migrate:up\ncreate index if not exists orders_paid on orders (paid);\n");
        // The files before it are in the order of their names: up.sql would come last.
        project.Delete("migrations/up.sql");
        project.Write(
            "migrations/20230101000000_begin.sql",
            "-- migrate:up\ncreate table if not exists orders (id serial primary key, note text);\ncreate index if not exists orders_note on orders (note);\n"
        );
        project.Write(
            "compose.yaml",
            Text(project).Replace("values ('20240101000000')", "values ('20230101000000'), ('20240101000000')", StringComparison.Ordinal)
        );
    }

    private static string Text(TrialProject project) => File.ReadAllText(Path.Combine(project.Root, "compose.yaml"));

    private static void Finds(TrialProject project, string said)
    {
        var code = project.Ask("verify", Addresses);
        Assert.True(code == 0 && project.Output.Contains(said, StringComparison.Ordinal), $"exit code {code}:\n{project.Output}");
    }

    private static IEnumerable<IEnumerable<Change>> Drifts(TrialProject project, EdgeServer edge) =>
        [OfContainers(project), OfEngine(project), OfDatabase(project), OfAddress(edge)];

    /// <summary>Containers made anew by hand under the same name and labels.</summary>
    private static IEnumerable<Change> OfContainers(TrialProject project)
    {
        var store = project.Running("store")[0];
        const string port = "127.0.0.1:19211:6000";
        yield return Anew(
            "another image",
            $"{store} runs another image than node:22-alpine names now",
            words => words with { Image = Other() }
        );
        yield return Anew(
            "another port",
            $"{store} publishes 127.0.0.1:19212:6000",
            words => words with { Ports = [port, "127.0.0.1:19212:6000"] }
        );
        yield return Anew("port closed", $"{store} does not publish {port}", words => words with { Ports = [] });
        yield return Anew("variable removed", $"{store} has no variable MODE", words => words with { Variables = [] });
        yield return Anew(
            "variable added",
            $"{store} has the variable DEBUG, which is not declared",
            words => words with { Variables = ["MODE=quiet", "DEBUG=1"] }
        );
        yield return Anew("value changed", $"{store} has another value of MODE", words => words with { Variables = ["MODE=loud"] });
        yield return Anew(
            "volume swapped",
            $"{store} has {Name}_other mounted at /data, and {Name}_files is declared",
            words => words with { Volume = $"{Name}_other" }
        );
        yield return Anew(
            "bind mount",
            $"{store} has /usr/share mounted at /extra, which is not declared",
            words => words with { Extra = ["--volume", "/usr/share:/extra:ro"] }
        );
        yield return Anew(
            "capability",
            $"{store} has NET_ADMIN as added capabilities, and none is declared",
            words => words with { Extra = ["--cap-add", "NET_ADMIN"] }
        );

        Change Anew(string what, string said, Func<Words, Words> change) =>
            new(
                what,
                said,
                () =>
                {
                    Engine.Run("docker", "stop", store);
                    Engine.Run("docker", "rename", store, store + "-kept");
                    Engine.Run("docker", change(new Words(Path.Combine(project.Root, "store"), port)).Line(store));
                    AwaitHealth(store, "healthy");
                },
                () =>
                {
                    Engine.Run("docker", "rm", "--force", store);
                    Engine.Try("docker", ["volume", "rm", $"{Name}_other"]);
                    Engine.Run("docker", "rename", store + "-kept", store);
                    Engine.Run("docker", "start", store);
                    AwaitHealth(store, "healthy");
                }
            );
    }

    private static IEnumerable<Change> OfEngine(TrialProject project)
    {
        var (store, web, db) = (project.Running("store")[0], project.Running("web")[0], project.Running("db")[0]);
        const string network = $"{Name}_default";
        yield return new Change(
            "stopped",
            "store: 0 containers run, and 1 are declared",
            () => Engine.Run("docker", "stop", store),
            Restart
        );
        yield return new Change(
            "network left",
            $"{store} is not in the network {network}",
            () => Engine.Run("docker", "network", "disconnect", network, store),
            Join
        );
        yield return new Change(
            "network alias",
            $"{store} does not answer to store in the network {network}",
            () =>
            {
                Engine.Run("docker", "network", "disconnect", network, store);
                Engine.Run("docker", "network", "connect", network, store);
            },
            () =>
            {
                Engine.Run("docker", "network", "disconnect", network, store);
                Join();
            }
        );
        yield return new Change(
            "memory limit",
            $"{store} has 256 MiB as memory limit, and 128 MiB is declared",
            () => Engine.Run("docker", "update", "--memory", "256m", "--memory-swap", "512m", store),
            () => Engine.Run("docker", "update", "--memory", "128m", "--memory-swap", "256m", store)
        );
        yield return new Change(
            "restart policy",
            $"{db} has the restart policy no, and unless-stopped is declared",
            () => Engine.Run("docker", "update", "--restart", "no", db),
            () => Engine.Run("docker", "update", "--restart", "unless-stopped", db)
        );
        yield return new Change(
            "unhealthy",
            $"{store} is unhealthy",
            () =>
            {
                Engine.Run("docker", "exec", store, "touch", "/tmp/sick");
                AwaitHealth(store, "unhealthy");
            },
            () =>
            {
                Engine.Run("docker", "exec", store, "rm", "/tmp/sick");
                AwaitHealth(store, "healthy");
            }
        );
        yield return new Change(
            "out of memory",
            $"{store} ran out of memory",
            () => Engine.Try("docker", ["exec", store, "node", "-e", "const kept = []; while (true) kept.push(Buffer.alloc(8e6, 1));"]),
            Restart
        );
        yield return new Change(
            "extra replica",
            "store: 2 containers run, and 1 are declared",
            () => Engine.Run("docker", new Words(Path.Combine(project.Root, "store"), "127.0.0.1:19213:6000").Line(store + "-2")),
            () => Engine.Run("docker", "rm", "--force", store + "-2")
        );
        yield return new Change(
            "undeclared",
            $"{Name}-old runs, and its service is not declared",
            () =>
                Engine.Run(
                    "docker",
                    "run",
                    "--detach",
                    "--name",
                    $"{Name}-old",
                    "--label",
                    $"dev.seaworthy.project={Name}",
                    "--label",
                    "dev.seaworthy.role=service",
                    "--label",
                    "dev.seaworthy.service=old",
                    "node:22-alpine",
                    "sleep",
                    "600"
                ),
            () => Engine.Run("docker", "rm", "--force", $"{Name}-old")
        );
        ProxySocket socket = new(() => new UnixDomainSocketEndPoint(Path.Combine(project.State, Name, "proxy", "admin.sock")));
        yield return new Change(
            "proxy drained",
            "web: the proxy reaches no container of it on port 8080",
            () => socket.Ask($"set server web_8080/{web} state drain"),
            () =>
            {
                socket.Ask($"set server web_8080/{web} state ready");
                Thread.Sleep(1500);
            }
        );
        yield return new Change(
            "listens no more",
            $"nothing listens on 6000 in {store}",
            () =>
            {
                Engine.Run("docker", "kill", "--signal", "USR2", store);
                Thread.Sleep(500);
            },
            () =>
            {
                Engine.Run("docker", "kill", "--signal", "HUP", store);
                Thread.Sleep(500);
            }
        );

        void Join() => Engine.Run("docker", "network", "connect", "--alias", "store", network, store);

        void Restart()
        {
            Engine.Run("docker", "restart", store);
            AwaitHealth(store, "healthy");
        }
    }

    private static IEnumerable<Change> OfDatabase(TrialProject project)
    {
        yield return new Change(
            "index dropped",
            "db has no index orders_paid on orders, which migrations/20240201000000_paid.sql:2 creates",
            () => project.Sql("drop index orders_paid"),
            () => project.Sql("create index orders_paid on orders (paid)")
        );
        yield return new Change(
            "migration row removed",
            "db lacks 1 of 3 migrations in schema_migrations; the newest of them is migrations/20240201000000_paid.sql",
            () => project.Sql("delete from schema_migrations where version = '20240201000000'"),
            () => project.Sql("insert into schema_migrations values ('20240201000000')")
        );
        Process? held = null;
        yield return new Change(
            "long lock",
            "holds AccessExclusiveLock on orders",
            () =>
            {
                held = Process.Start(
                    "docker",
                    [
                        "exec",
                        project.Running("db")[0],
                        "psql",
                        "-U",
                        "app",
                        "-d",
                        "shop",
                        "-c",
                        "begin; lock table orders; select pg_sleep(120);",
                    ]
                );
                Thread.Sleep(7000);
            },
            () =>
            {
                project.Sql(
                    "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(120)%' and pid <> pg_backend_pid()"
                );
                held?.WaitForExit();
            }
        );
    }

    private static IEnumerable<Change> OfAddress(EdgeServer edge)
    {
        var good = edge.Certificate;
        yield return Certificate("certificate expired", "the certificate of localhost:19243 ended on", "localhost", -3);
        yield return Certificate("certificate ends soon", "the certificate of localhost:19243 ends in 9 days", "localhost", 10);
        yield return Certificate(
            "certificate of another host",
            "the certificate of localhost:19243 is for shop.example, and not for localhost",
            "shop.example",
            90
        );
        yield return new Change(
            "header missing",
            "answers without Strict-Transport-Security, which web/nginx.conf:9 adds",
            () => edge.IsGuarding = false,
            () => edge.IsGuarding = true
        );
        yield return new Change(
            "redirect missing",
            "http://localhost:19280/ answers 200 instead of leading to https",
            () => edge.IsLeading = false,
            () => edge.IsLeading = true
        );
        yield return new Change(
            "address fails",
            "https://localhost:19243/ answers 503",
            () => edge.IsWell = false,
            () => edge.IsWell = true
        );

        Change Certificate(string what, string said, string name, int days) =>
            new(what, said, () => edge.Certificate = edge.Issue(name, DateTimeOffset.UtcNow.AddDays(days)), () => edge.Certificate = good);
    }

    /// <summary>An image of other content: nobody else's tag is moved.</summary>
    private static string Other()
    {
        var container = Engine.Run("docker", "create", "--label", "swverify=other", "node:22-alpine", "true").Trim();
        var image = Engine.Run("docker", "commit", container).Trim();
        Engine.Run("docker", "rm", container);
        return image;
    }

    private static void AwaitHealth(string container, string health)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until; Thread.Sleep(200))
        {
            if (Engine.Run("docker", "inspect", "--format", "{{.State.Health.Status}}", container).Trim() == health)
            {
                return;
            }
        }

        throw new InvalidOperationException($"{container} does not become {health}");
    }

    /// <param name="What">As the table calls it.</param>
    /// <param name="Said">A part of the sentence that names it.</param>
    private sealed record Change(string What, string Said, Action Make, Action Undo);

    /// <summary>The container of the store, as a person makes it.</summary>
    private sealed record Words(string Source, string Port)
    {
        public string Image { get; init; } = "node:22-alpine";

        public IReadOnlyList<string> Ports { get; init; } = [Port];

        public IReadOnlyList<string> Variables { get; init; } = ["MODE=quiet"];

        public string Volume { get; init; } = $"{Name}_files";

        public IReadOnlyList<string> Extra { get; init; } = [];

        public IReadOnlyList<string> Line(string name) =>
            [
                "run",
                "--detach",
                "--name",
                name,
                "--label",
                $"dev.seaworthy.project={Name}",
                "--label",
                "dev.seaworthy.service=store",
                "--label",
                "dev.seaworthy.role=service",
                "--label",
                "dev.seaworthy.release=1",
                "--label",
                "dev.seaworthy.restart=unless-stopped",
                "--network",
                $"{Name}_default",
                "--network-alias",
                "store",
                "--restart",
                "unless-stopped",
                "--health-cmd",
                "test ! -e /tmp/sick",
                "--health-interval",
                "1s",
                "--health-retries",
                "2",
                .. Ports.SelectMany(port => (string[])["--publish", port]),
                .. Variables.SelectMany(variable => (string[])["--env", variable]),
                "--volume",
                $"{Volume}:/data",
                "--volume",
                $"{Source}:/app:ro",
                "--memory",
                "128m",
                "--cap-drop",
                "ALL",
                .. Extra,
                Image,
                "node",
                "/app/store.js",
            ];
    }
}
