using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The consequences of a missing bind mount source: what creates it, and what reads it in the container.</summary>
internal sealed class BindNeeds
{
    private const string FirstStart = "/docker-entrypoint-initdb.d";

    private static readonly string[] DatabaseNames = ["POSTGRES_DB", "MYSQL_DATABASE", "MARIADB_DATABASE", "MONGO_INITDB_DATABASE"];

    // Where nginx looks although no line of a mounted file says so.
    private static readonly string[] PlacesOfNginx =
    [
        "/etc/nginx",
        "/etc/nginx/conf.d",
        "/etc/nginx/templates",
        "/etc/nginx/modules",
        "/usr/share/nginx/html",
    ];

    private static readonly string[] BuildTools = ["tailwind.config", "postcss.config", "vite.config", "tsconfig", "webpack.config"];

    private readonly Deployment deployment;
    private readonly Lazy<bool> migrates;
    private readonly Lazy<bool> makesTables;
    private readonly Lazy<ILookup<string, NginxFile>> nginx;

    // Paths are looked at side by side.
    private readonly ConcurrentDictionary<Workload, List<NginxFile>> configurations = new(ReferenceEqualityComparer.Instance);
    private readonly DescribedPaths described;

    public BindNeeds(Deployment deployment, DescribedPaths described)
    {
        this.described = described;
        this.deployment = deployment;
        migrates = new Lazy<bool>(() =>
            deployment.Artifacts.Any(artifact => artifact is MigrationFile)
            || deployment.Startups.Any(startup => startup.Programs.SelectMany(KnownCommand.Of).OfType<MigrationCommand>().Any())
        );
        nginx = new Lazy<ILookup<string, NginxFile>>(() =>
            deployment
                .Of<NginxFile>()
                .SelectMany(file => Places(file.File.Path), (file, place) => new { File = file, Place = place })
                .ToLookup(pair => pair.Place, pair => pair.File, StringComparer.Ordinal)
        );
        makesTables = new Lazy<bool>(() => deployment.Of<ApplicationProperties>().SelectMany(file => file.All).Any(MakesTables));
    }

    /// <summary>Hibernate makes what it misses in the database.</summary>
    /// <remarks>Source: Spring Boot reference, "Database Initialization", spring.jpa.hibernate.ddl-auto.</remarks>
    private static bool MakesTables(ApplicationProperty property) =>
        property.Key is "spring.jpa.hibernate.ddl-auto" or "quarkus.hibernate-orm.database.generation"
        && property.Value.Literal is "update" or "create" or "create-drop" or "drop-and-create";

    /// <summary>The place that says how to create the path before a deployment; null without one.</summary>
    public SourceSpan? Described(string path) => described.Find(path);

    public PathUse Weigh(PathUse use, ComposeService service, Workload? workload) =>
        !use.Answer.IsMissing ? use
        : workload is not null && IsForgottenByNginx(use, workload) ? use with { IsConditional = true }
        : use with { ToldAt = Described(use.Answer.Looked), UnneededBecause = Unneeded(use, service, workload) };

    private string? Unneeded(PathUse use, ComposeService service, Workload? workload) =>
        use is { IsFile: false, Target: { } target }
        && target.TrimEnd('/') == FirstStart
        && DatabaseNames.Any(name => service.FindVariable(name) is not null)
        && (migrates.Value || makesTables.Value)
            ? $"a variable creates the database of {service.Name.Value}, and {(migrates.Value ? "migrations create" : "the program creates")} its tables"
        : use.IsFile && workload is not null && IsUnnamed(use, workload) ? $"{service.Name.Value} reads it only where its command names it"
        : use.IsFile && workload is not null && IsIdleScript(use, workload)
            ? $"neither a command of {service.Name.Value} nor another file names {use.Target}"
        : use.IsFile && workload is not null && IsPassedOver(use, workload)
            ? $"{service.Name.Value} runs nothing there that does not end with .js or .sh"
        : use.IsFile && workload is not null && IsOfFinishedBuild(use, workload) ? $"{service.Name.Value} runs a finished build"
        : null;

    /// <summary>A script at a place of its author's own, which nothing starts.</summary>
    private bool IsIdleScript(PathUse use, Workload workload) =>
        use.Target is ['/', .. var name]
        && !name.Contains('/', StringComparison.Ordinal)
        && name.EndsWith(".sh", StringComparison.Ordinal)
        && workload.Start?.Text.Contains(name, StringComparison.Ordinal) != true
        && !deployment.Artifacts.Any(artifact =>
            (artifact.File == use.Span.File ? artifact.File.Text.Remove(use.Span.Start, use.Span.Length) : artifact.File.Text).Contains(
                name,
                StringComparison.Ordinal
            )
        );

    /// <summary>The entry script of MongoDB passes over what is neither JavaScript nor a script of the shell.</summary>
    /// <remarks>Source: Docker Hub, "mongo", "Initializing a fresh instance".</remarks>
    private static bool IsPassedOver(PathUse use, Workload workload) =>
        workload is { Image: null, Public.Name: "mongo" }
        && use.Target is { } target
        && target.StartsWith(FirstStart + "/", StringComparison.Ordinal)
        && !target.EndsWith(".js", StringComparison.Ordinal)
        && !target.EndsWith(".sh", StringComparison.Ordinal);

    /// <summary>PostgreSQL and Redis start without a file of settings, and read one that their command names.</summary>
    /// <remarks>Source: Docker Hub, "postgres", "Database Configuration"; "redis", "Additionally, if you want to use your own redis.conf".</remarks>
    private static bool IsUnnamed(PathUse use, Workload workload) =>
        workload is { Image: null, Public.Name: "postgres" or "redis" or "valkey/valkey" }
        && use.Target is { } target
        && target.EndsWith(".conf", StringComparison.Ordinal)
        && !target.StartsWith("/var/lib/postgresql", StringComparison.Ordinal)
        && workload.Start?.Commands.Any(command => command.Words.Any(word => word.Raw.Contains(target, StringComparison.Ordinal))) != true;

    /// <summary>The settings of a tool that ran when the image was built, where the image holds no such file that an empty directory would be in for.</summary>
    private bool IsOfFinishedBuild(PathUse use, Workload workload) =>
        workload.Image is { IsForDevelopment: false } image
        && use.Target is { } target
        && BuildTools.Any(tool => RepositoryPath.NameOf(target).StartsWith(tool, StringComparison.Ordinal))
        && image.Final.Files.Find(target).Presence is not (Presence.Present or Presence.Produced)
        && deployment.StartupOf(workload)?.Programs is { Count: > 0 } programs
        && programs.All(program => !program.Words.Any(word => word.Literal is "dev" or "watch" or "--watch" or "serve"))
        && programs.SelectMany(KnownCommand.Of).OfType<ProgramCommand>().All(program => !program.Reloads && !program.IsForDevelopment);

    /// <summary>The configuration that is mounted with it is read, and no line of it that counts leads there.</summary>
    private bool IsForgottenByNginx(PathUse use, Workload workload)
    {
        var target = (use.Target ?? "").TrimEnd('/');
        var files = Configuration(workload);
        return target.Length > 1
            && files.Count > 0
            // The configuration that the image brings reads these places; one that is mounted in its stead need not.
            && (!PlacesOfNginx.Contains(target) || (target == "/etc/nginx/conf.d" && HasOwnMain(workload)))
            && !files.Exists(file =>
                Names(file, target)
                || (target.StartsWith("/etc/nginx/", StringComparison.Ordinal) && Names(file, target["/etc/nginx/".Length..]))
            );
    }

    private static bool HasOwnMain(Workload workload) => workload.Mounts.Any(mount => mount.Path == "/etc/nginx/nginx.conf");

    /// <summary>The configuration that is mounted into a workload: asked for each of its mounts.</summary>
    private List<NginxFile> Configuration(Workload workload) =>
        configurations.GetOrAdd(
            workload,
            one => [.. one.Mounts.Select(mount => mount.Source).OfType<string>().SelectMany(source => nginx.Value[source])]
        );

    /// <summary>The path of a file, and those of the directories that it lies in.</summary>
    private static IEnumerable<string> Places(string path)
    {
        yield return path;
        for (var slash = path.LastIndexOf('/'); slash >= 0; slash = slash == 0 ? -1 : path.LastIndexOf('/', slash - 1))
        {
            yield return path[..slash];
        }
    }

    private static bool Names(NginxFile file, string path)
    {
        foreach (var line in file.File.Text.AsSpan().EnumerateLines())
        {
            var comment = line.IndexOf('#');
            if ((comment < 0 ? line : line[..comment]).Contains(path, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
