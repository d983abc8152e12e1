using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A data store keeps its data where no volume is mounted.</summary>
internal sealed class DataStoreWithoutVolume : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/data-store-without-volume",
            Title = "Data store whose data is on no volume",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale =
                "Data on no volume goes with the container: `docker compose down` and a newer image lose it. PostgreSQL from release 18 on does not even start with a volume at the place of the older releases.",
            Holds = "A volume is mounted where the image keeps its data.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload =>
                workload
                    is {
                        Kind: TargetKind.Compose,
                        Public:
                        {
                            Role: ImageRole.DataStore or ImageRole.Search or ImageRole.Broker or ImageRole.ObjectStore or ImageRole.Cache,
                            DataPaths.Count: > 0
                        },
                    }
                    && KnownServers.RunsServer(workload)
                || IsMountedPostgres(workload)
            )
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (subject.Public is not { } image || IsMoved(subject, image))
        {
            yield break;
        }

        var paths = DataPaths(subject, image);
        if (TooDeep(subject, image) is { } old)
        {
            yield return Fail(
                    old.Span,
                    $"{subject.Name} mounts {old.Path}, but {subject.Reference?.Value}{(IsNewestPostgres(subject) ? ", which is release 18 or later today," : "")} refuses to start with it: from release 18 on the volume is mounted at /var/lib/postgresql."
                )
                .As(Severity.Critical)
                .Related(subject.Reference?.Span)
                .Remedy(
                    $"Mount the volume at /var/lib/postgresql in {old.Span} and move existing data with pg_upgrade, or name the release that made it."
                )
                .Verify(
                    subject.Kind == TargetKind.Kubernetes ? $"kubectl logs -l app={subject.Name}" : $"docker compose up {subject.Name}"
                );
        }
        else if (IsPassing(subject, image))
        {
            yield break;
        }
        else if (!subject.Mounts.Any(mount => paths.Any(path => Holds(mount, path, image))))
        {
            if (Above(subject, image, paths) is { } above)
            {
                yield return Shadowed(subject, above, paths[0]);
                yield break;
            }

            var astray = Astray(subject);
            var message = $"{subject.Name} ({image.Name}) keeps its data in {string.Join(" or ", paths)}";
            yield return astray is not null
                ? Fail(astray.Span, $"{message}, but the volume {astray.Source} is mounted at {astray.Path}: it never holds the data.")
                    .As(SeverityOf(subject))
                    .Related(subject.Reference?.Span)
                    .Related(Moved(subject)?.Span)
                    .Remedy(
                        Told(image) is { } variable
                            ? $"Set {variable} to {astray.Path}, or mount the volume at {paths[0]} in {astray.Span}."
                            : $"Mount it at {paths[0]} in {astray.Span}."
                    )
                    .Verify($"docker compose exec {subject.Name} df {paths[0]}")
                : Warn(subject.Span, $"{message}, and no volume is mounted there: the data goes with the container.")
                    .As(
                        subject.Environment == TargetEnvironment.Development || image.Role == ImageRole.Broker
                            ? Severity.Low
                            : Severity.High
                    )
                    .Related(subject.Reference?.Span)
                    .Remedy($"Mount a named volume: `{subject.Name}_data:{paths[0]}` at {subject.Span}, and declare it below `volumes:`.")
                    .Verify($"docker compose exec {subject.Name} df {paths[0]}");
        }
    }

    /// <summary>What stands in a developer's queues is nobody's data, a cache may forget, and tests want a fresh store: but for one that is given a volume of its own.</summary>
    private static bool IsPassing(Workload workload, PublicImage image) =>
        workload.Kind != TargetKind.Compose
        || (
            (
                image.Role == ImageRole.Cache
                || workload.Environment == TargetEnvironment.Test
                || workload.Environment == TargetEnvironment.Development && image.Role == ImageRole.Broker
            ) && Astray(workload) is null
        );

    /// <summary>The place that the release in the tag takes; without one, that of the newest. Kafka is told by a variable, which wins over what the image has.</summary>
    private static IReadOnlyList<string> DataPaths(Workload workload, PublicImage image) =>
        Told(image) is not null && Moved(workload) is { Value.Text: { Length: > 0 } directories }
            ? directories.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : IsNewestPostgres(workload) ? ["/var/lib/postgresql"]
        : image.DataPaths;

    private static string? Told(PublicImage image) =>
        image.Name switch
        {
            "apache/kafka" or "confluentinc/cp-kafka" => "KAFKA_LOG_DIRS",
            "bitnami/kafka" => "KAFKA_CFG_LOG_DIRS",
            _ => null,
        };

    private static SuppliedVariable? Moved(Workload workload) =>
        workload.Supplied.LastOrDefault(variable =>
            variable.Name is "KAFKA_LOG_DIRS" or "KAFKA_CFG_LOG_DIRS" or "KAFKA_LOG_DIR" or "KAFKA_CFG_LOG_DIR"
        );

    /// <summary>A named volume that is mounted where no data is.</summary>
    private static Mount? Astray(Workload workload) =>
        workload.Mounts.FirstOrDefault(mount => mount is { Kind: MountKind.Volume, Source: not null } && !IsForOthers(mount.Path));

    /// <summary>What else a data store keeps in volumes.</summary>
    private static bool IsForOthers(string path) =>
        path.Split('/', '-', '_', '.').Any(word => OtherWords.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyList<string> OtherWords =>
        [
            "config",
            "conf",
            "cert",
            "certs",
            "certificates",
            "ssl",
            "tls",
            "plugins",
            "log",
            "logs",
            "backup",
            "backups",
            "initdb",
            "scripts",
            "run",
            "tmp",
            "secrets",
            "dump",
            "dumps",
        ];

    private static bool Holds(Mount mount, string path, PublicImage image) =>
        mount.Path.TrimEnd('/') is var at
        && (
            at == path
            || (!image.DeclaresVolume && path.StartsWith(at + "/", StringComparison.Ordinal))
            || (at.StartsWith(path + "/", StringComparison.Ordinal) && (!image.IsFlat || at == $"{path}/appendonlydir"))
        );

    /// <summary>A mount above the place at which the image declares a volume of its own.</summary>
    private static Mount? Above(Workload workload, PublicImage image, IReadOnlyList<string> paths) =>
        image.DeclaresVolume
            ? workload.Mounts.FirstOrDefault(mount =>
                mount.Kind is MountKind.Volume or MountKind.Bind
                && paths.Any(path => path.StartsWith(mount.Path.TrimEnd('/') + "/", StringComparison.Ordinal))
            )
            : null;

    private Verdict Shadowed(Workload workload, Mount above, string path) =>
        Fail(
                above.Span,
                $"{workload.Name} mounts {above.Path}, but {workload.Reference?.Value} declares a volume of its own at {path}: Docker puts an anonymous one over the mount, which never holds the data, and `docker compose down` leaves that behind."
            )
            .As(SeverityOf(workload))
            .Related(workload.Reference?.Span)
            .Remedy($"Mount it at {path} in {above.Span}, after a dump of what the anonymous volume holds.")
            .Verify($"docker compose exec {workload.Name} df {path}");

    private static Severity SeverityOf(Workload workload) =>
        workload.Environment switch
        {
            TargetEnvironment.Test => Severity.Medium,
            TargetEnvironment.Development => Severity.High,
            _ => Severity.Critical,
        };

    /// <summary>Its command or a variable says where the data is.</summary>
    private static bool IsMoved(Workload workload, PublicImage image) =>
        workload.Supplied.Any(variable => variable.Name is "PGDATA" or "MINIO_VOLUMES" or "RABBITMQ_MNESIA_BASE" or "path.data")
        || (Told(image) is not null && (Moved(workload) is { Value: not { Text.Length: > 0, Unset.Count: 0 } } || HasSettings(workload)))
        || (
            workload.Start is { } start
            && start.Text.Contains('/', StringComparison.Ordinal)
            && !image.DataPaths.Any(path => Names(start.Text, path))
        )
        || (workload.SuppliesMoreBecause is not null && !IsFixed(image));

    /// <summary>No variable says where the data is: what else the workload is given does not matter.</summary>
    private static bool IsFixed(PublicImage image) => image.IsFlat || image.Name is "mongo" or "mysql" or "mariadb";

    /// <summary>A file of Kafka's own settings may say where.</summary>
    private static bool HasSettings(Workload workload) =>
        workload.Mounts.Any(mount =>
            mount.Path.Contains("config", StringComparison.OrdinalIgnoreCase)
            || mount.Path.EndsWith(".properties", StringComparison.Ordinal)
        );

    // "/mnt/data" is not "/data".
    private static bool Names(string command, string path) =>
        command.Split(' ', '=', '"', '\'', ',').Any(word => word == path || word.StartsWith(path + "/", StringComparison.Ordinal));

    // What a pod keeps is asked elsewhere; which directory the image takes is the same everywhere.
    private static bool IsMountedPostgres(Workload workload) =>
        workload is { Kind: TargetKind.Kubernetes, Public.Name: "postgres" }
        && workload.Mounts.Any(mount => mount.Path.StartsWith("/var/lib/postgresql", StringComparison.Ordinal));

    /// <summary>Without a release in the tag it is the newest one: 18 or later.</summary>
    private static bool IsNewestPostgres(Workload workload) =>
        workload is { Public.Name: "postgres", Reference.Value.Text: { } text }
        && ImageReference.Parse(text)
            is { Repository: "postgres", Digest: null, EffectiveTag: "latest" or "alpine" or "bookworm" or "trixie" };

    private static Mount? TooDeep(Workload workload, PublicImage image) =>
        image is { Name: "postgres", DataPaths: ["/var/lib/postgresql"] } || IsNewestPostgres(workload)
            ? workload.Mounts.FirstOrDefault(mount => mount.Path.TrimEnd('/') == "/var/lib/postgresql/data")
            : null;
}
