using System.Diagnostics;
using System.Globalization;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>A project in a temporary directory, deployed by the program as a person would, and gone afterwards with all that was made of it.</summary>
internal sealed class TrialProject : IDisposable
{
    /// <summary>The last lines of a Compose file: a service that keeps data, and its volume.</summary>
    public const string Database = """
          db:
            image: postgres:16-alpine
            environment:
              POSTGRES_USER: app
              POSTGRES_DB: shop
              POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it in .env}
            volumes:
              - data:/var/lib/postgresql/data
            healthcheck:
              test: ["CMD-SHELL", "pg_isready -h 127.0.0.1 -U app -d shop"]
              interval: 1s
              retries: 30
            restart: unless-stopped
        volumes:
          data:
        """;

    private const string Server = """
        const http = require("http");
        const version = process.env.VERSION || "1";
        const begun = Date.now();
        const server = http.createServer((request, response) => {
          const health = request.url === "/healthz";
          const isBad = health ? version.startsWith("sick") : version.startsWith("late") && Date.now() - begun > Number(process.env.LATE);
          request.resume();
          request.on("end", () => {
            response.writeHead(isBad ? 503 : 200, { "x-version": version, "x-proto": request.headers["x-forwarded-proto"] || "", "content-length": 2 });
            response.end("ok");
          });
          if (version.startsWith("dies") && !health) process.exit(7);
        });
        server.on("upgrade", (request, socket) => {
          const key = request.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
          const accept = require("crypto").createHash("sha1").update(key).digest("base64");
          socket.write(`HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
          socket.on("error", () => socket.destroy());
          socket.pipe(socket);
        });
        server.keepAliveTimeout = 65000;
        server.listen(8080);
        process.on("SIGTERM", () => server.close(() => process.exit(0)));
        """;

    public const string Dockerfile = """
        FROM node:22-alpine
        WORKDIR /app
        COPY server.js .
        USER nobody
        EXPOSE 8080
        HEALTHCHECK --interval=1s --retries=3 CMD wget -qO- http://127.0.0.1:8080/healthz || exit 1
        CMD ["node", "server.js"]
        """;

    private readonly string root = Directory.CreateTempSubdirectory("seaworthy-trial-").FullName;

    // Keys of secrets lie outside of the repository.
    private readonly string home = Directory.CreateTempSubdirectory("seaworthy-home-").FullName;

    private string? path;

    private static int lastPort = 18310;

    /// <summary>A project on a port that no other project of this run has: classes of tests run side by side.</summary>
    public TrialProject(string name, string compose)
        : this(name, compose, Interlocked.Increment(ref lastPort)) { }

    public TrialProject(string name, string compose, int port)
    {
        Name = name;
        Port = port;
        // A run that was killed left its data behind.
        Remove();
        Write("compose.yaml", compose.Replace("NAME", name, StringComparison.Ordinal).Replace("PORT", $"{port}", StringComparison.Ordinal));
        Write("web/Dockerfile", Dockerfile);
        Write("web/server.js", Server);
        Write(
            "migrations/up.sql",
            "create table if not exists orders (id serial primary key, note text);\ncreate index if not exists orders_note on orders (note);\n"
        );
        Write(".gitignore", ".env\n");
        Write(".env", "POSTGRES_PASSWORD=not-for-logs-4711\n");
        Engine.Run("git", "-C", root, "init", "-q");
        Engine.Run("git", "-C", root, "add", ".");
        Engine.Run("git", "-C", root, "-c", "user.name=trial", "-c", "user.email=trial@example.org", "commit", "-qm", "trial");
    }

    public string Name { get; }

    /// <summary>Where it lies.</summary>
    public string Root => root;

    public int Port { get; }

    public string State => Path.Combine(root, ".state");

    /// <summary>The server through which it is deployed; null for this machine itself.</summary>
    public SshServer? Over { get; init; }

    /// <summary>The words that say where it is deployed, in place of the address of <see cref="Over"/>.</summary>
    public IReadOnlyList<string>? Where { get; init; }

    /// <summary>What the program gets in its environment besides.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the last command printed.</summary>
    public string Output { get; private set; } = "";

    public void Write(string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? root);
        File.WriteAllText(full, text);
    }

    public void Delete(string path) => File.Delete(Path.Combine(root, path));

    /// <summary>All files of the repository and of the state.</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories);

    /// <summary>From now on each command line of docker is written to a file, which is the answer.</summary>
    public string ListenToDocker()
    {
        var heard = Path.Combine(home, "heard");
        var docker = Engine.Run("sh", "-c", "command -v docker").Trim();
        var listening = Directory.CreateDirectory(Path.Combine(home, "bin")).FullName;
        var script = Path.Combine(listening, "docker");
        File.WriteAllText(script, $"#!/bin/sh\nprintf '%s\\n' \"$*\" >>'{heard}'\nexec '{docker}' \"$@\"\n");
        Engine.Run("chmod", "755", script);
        path = $"{listening}:{System.Environment.GetEnvironmentVariable("PATH")}";
        return heard;
    }

    public int Deploy(string version, string watch = "3s") => Run(version, ["deploy", root, "--watch", watch]);

    public int Run(string version, IEnumerable<string> words, string input = "")
    {
        using var process = Start(version, words);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        Output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>A command on this project that is not <c>deploy</c>.</summary>
    public int Ask(string verb, params IEnumerable<string> options) => Run("1", [verb, root, .. options]);

    /// <summary>Deploys, and sends SIGKILL when an event is printed. Whether it was.</summary>
    public bool Kill(string version, string what, string step, TimeSpan after)
    {
        using var process = Start(version, ["deploy", root, "--watch", "1s", "--json"]);
        var error = process.StandardError.ReadToEndAsync();
        Output = "";
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Output += line + "\n";
            if (line.Contains($"\"event\":\"{what}\",\"step\":\"{step}\"", StringComparison.Ordinal))
            {
                Thread.Sleep(after);
                process.Kill();
                process.WaitForExit();
                return process.ExitCode == 137;
            }
        }

        process.WaitForExit();
        Output += error.Result;
        return false;
    }

    /// <summary>The containers of a service that run.</summary>
    public IReadOnlyList<string> Running(string service) =>
        Containers("--filter", "status=running", "--filter", $"label=dev.seaworthy.service={service}");

    public IReadOnlyList<string> Containers(params IEnumerable<string> filters) =>
        Names(["ps", "--all", "--format", "{{.Names}}", "--filter", $"label=dev.seaworthy.project={Name}", .. filters]);

    public string Sql(string text) =>
        Engine.Run("docker", "exec", Running("db")[0], "psql", "-U", "app", "-d", "shop", "-Atc", text).Trim();

    public void Dispose()
    {
        Remove();
        Directory.Delete(root, recursive: true);
        Directory.Delete(home, recursive: true);
    }

    /// <summary>What the engine has of this project: containers, networks, volumes and images.</summary>
    private void Remove()
    {
        RemoveAll(["rm", "--force", "--volumes"], Containers());
        RemoveAll(["network", "rm"], Names("network", "ls", "--format", "{{.Name}}", "--filter", $"name=^{Name}_"));
        RemoveAll(["volume", "rm"], Names("volume", "ls", "--format", "{{.Name}}", "--filter", $"name=^{Name}_"));
        RemoveAll(["image", "rm"], Names("image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter", $"reference={Name}-*"));
    }

    private static void RemoveAll(IEnumerable<string> command, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            Engine.Try("docker", [.. command, .. names]);
        }
    }

    private static string[] Names(params IEnumerable<string> command) =>
        Engine.Run("docker", command).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Process Start(string version, IEnumerable<string> words)
    {
        IReadOnlyList<string> given = [.. words];
        // Secrets lie in the repository, wherever it is deployed.
        IEnumerable<string> where =
            given.Contains("--state") ? []
            : Where is not null ? Where
            : Over is { } host && given is not ["secrets", ..] ? ["--on", host.Address]
            : ["--state", State];
        var start = ProductProgram.With([.. given, .. where]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["XDG_CONFIG_HOME"] = home;
        var programs = path ?? start.Environment["PATH"];
        start.Environment["PATH"] = Over is null ? programs : $"{Over.Programs}:{programs}";
        if (Over is not null)
        {
            start.Environment["SEAWORTHY_STATE"] = State;
        }

        foreach (var variable in Environment)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        start.Environment["VERSION"] = version;
        start.Environment["LATE"] = string.Create(CultureInfo.InvariantCulture, $"{6000}");
        return Process.Start(start) ?? throw new InvalidOperationException("the program does not start");
    }
}
