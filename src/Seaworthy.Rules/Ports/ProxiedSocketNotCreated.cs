using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>nginx in a container hands requests to a Unix socket, and the server that is meant listens elsewhere.</summary>
/// <remarks>Source: nginx documentation, <c>ngx_http_upstream_module</c>, "server"; gunicorn <c>--bind unix:</c>, Daphne <c>-u</c>, uvicorn <c>--uds</c>, Puma <c>-b unix://</c>.</remarks>
internal sealed class ProxiedSocketNotCreated : Rule<ProxiedSocketNotCreated.ProxiedSocket>
{
    private const string Scheme = "unix:";
    private const string Directory = "/etc/nginx";

    // Servers after which sockets are named. The socket of php-fpm is written in the configuration of its package.
    private static readonly string[] Servers = ["gunicorn", "daphne", "uvicorn", "hypercorn", "puma", "unicorn", "uwsgi", "granian"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/proxied-socket-not-created",
            Title = "Missing Unix socket",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "nginx starts all the same, and answers every request for this upstream with 502 Bad Gateway.",
            Holds = "A file of the repository binds a server to the socket.",
        };

    public override IEnumerable<ProxiedSocket> Subjects(Deployment deployment)
    {
        var sockets = (
            from file in deployment.Of<NginxFile>()
            from target in Targets(file)
            where target.IsSocket
            let path = PathOf(target.Url.Literal ?? "")
            where path is not null
            select new ProxiedSocket(file, path, target.Span)
        )
            .DistinctBy(socket => new { socket.File.File.Path, socket.Socket })
            .ToList();
        // All files of all images are many: they are listed only where a socket asks for them.
        var placed = sockets.Count > 0 ? Placed(deployment).ToHashSet(StringComparer.Ordinal) : [];
        return sockets.Where(socket => placed.Contains(socket.File.File.Path));
    }

    protected override Subject Identify(ProxiedSocket subject) => new($"{subject.File.File.Path}: {subject.Socket}", subject.Span);

    protected override IEnumerable<Verdict> Check(ProxiedSocket subject, Deployment deployment)
    {
        var name = RepositoryPath.NameOf(subject.Socket);
        if (deployment.Artifacts.Any(artifact => artifact is not NginxFile && artifact.File.Mentions(name)))
        {
            yield break;
        }

        var meant = Array.Find(Servers, server => name.Contains(server, StringComparison.OrdinalIgnoreCase));
        var started = meant is null ? null : Started(deployment).FirstOrDefault(command => command.Program == meant && Listens(command));
        if (started is null)
        {
            yield return Unknown(
                subject.Span,
                $"Unknown whether anything creates the socket {subject.Socket}: no file of the repository names it."
            );
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"nginx passes requests to the socket {subject.Socket}, but {meant} listens elsewhere and nothing else creates it."
            )
            .Related(started.Span, "listens here instead")
            .Remedy($"Bind {meant} to {subject.Socket} in {started.Span}, or name its address in {subject.Span}.")
            .VerifyGoneOr($"git grep -n {name} -- {started.Span.File.Path}");
    }

    /// <summary>Files that a container has in the directory of nginx, whatever image it is built upon.</summary>
    private static IEnumerable<string> Placed(Deployment deployment) =>
        deployment
            .Images.SelectMany(image => image.Final.Files.CopiedUnder(Directory))
            .Select(copied => copied.Source)
            .Concat(
                deployment
                    .Workloads.SelectMany(workload => workload.Mounts)
                    .Where(mount => mount.Kind == MountKind.Bind && mount.Path.StartsWith(Directory, StringComparison.Ordinal))
                    .Select(mount => mount.Source)
                    .OfType<string>()
            );

    /// <summary>It says where it listens; otherwise a settings file may.</summary>
    private static bool Listens(ShellCommand command) =>
        command.Words.Any(word =>
            word.Literal is "-b" or "--bind" or "-p" or "--port" or "-e" or "--endpoint" or "-u" or "--uds" or "--http" or "--socket"
            || word.Prefix.StartsWith("--bind=", StringComparison.Ordinal)
            || word.Prefix.StartsWith("--port=", StringComparison.Ordinal)
        );

    private static IEnumerable<ShellCommand> Started(Deployment deployment) =>
        deployment
            .Of<SupervisorConfig>()
            .SelectMany(config => config.Programs)
            .SelectMany(program => program.Commands)
            .Concat(deployment.Startups.SelectMany(startup => startup.Programs));

    private static IEnumerable<ProxyTarget> Targets(NginxFile file) =>
        file
            .Upstreams.SelectMany(upstream => upstream.Servers)
            .Concat(
                file.Servers.SelectMany(server => server.Locations)
                    .Concat(file.Locations)
                    .SelectMany(All)
                    .Select(location => location.Target)
                    .OfType<ProxyTarget>()
            );

    private static IEnumerable<NginxLocation> All(NginxLocation location) => location.Locations.SelectMany(All).Prepend(location);

    /// <summary><c>unix:/run/app.sock</c>, <c>http://unix:/run/app.sock:/path</c>.</summary>
    private static string? PathOf(string address)
    {
        var at = address.IndexOf(Scheme, StringComparison.Ordinal);
        var path = at < 0 ? "" : address[(at + Scheme.Length)..].Split(':', ' ')[0].TrimEnd(';');
        return path.Length > 1 && path[0] == '/' ? "/" + path.TrimStart('/') : null;
    }

    /// <summary>A socket that nginx passes requests to.</summary>
    internal sealed record ProxiedSocket(NginxFile File, string Socket, SourceSpan Span);
}
