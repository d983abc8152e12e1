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
            Rationale = "The data goes with the container: `docker compose down` and a newer image lose it.",
            Holds = "A volume is mounted where the image keeps its data.",
        };

    // Tests want a fresh store each time.
    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload =>
                workload
                    is {
                        Kind: TargetKind.Compose,
                        Environment: not TargetEnvironment.Test,
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

        var where = string.Join(" or ", image.DataPaths);
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
        else if (!subject.Mounts.Any(mount => image.DataPaths.Any(path => Covers(mount, path))))
        {
            var astray = Astray(subject);
            var message = $"{subject.Name} ({image.Name}) keeps its data in {where}";
            yield return astray is not null
                ? Fail(astray.Span, $"{message}, but the volume {astray.Source} is mounted at {astray.Path}: it never holds the data.")
                    .As(Severity.Critical)
                    .Related(subject.Reference?.Span)
                    .Remedy($"Mount it at {image.DataPaths[0]} in {astray.Span}.")
                    .Verify($"docker compose exec {subject.Name} df {image.DataPaths[0]}")
                : Warn(subject.Span, $"{message}, and no volume is mounted there: the data goes with the container.")
                    .As(
                        subject.Environment == TargetEnvironment.Development || image.Role == ImageRole.Broker
                            ? Severity.Low
                            : Severity.High
                    )
                    .Related(subject.Reference?.Span)
                    .Remedy(
                        $"Mount a named volume: `{subject.Name}_data:{image.DataPaths[0]}` at {subject.Span}, and declare it below `volumes:`."
                    )
                    .Verify($"docker compose exec {subject.Name} df {image.DataPaths[0]}");
        }
    }

    /// <summary>What stands in a developer's queues is nobody's data, and a cache may forget: but for one that is given a volume of its own.</summary>
    private static bool IsPassing(Workload workload, PublicImage image) =>
        workload.Kind != TargetKind.Compose
        || workload.Environment == TargetEnvironment.Development && image.Role == ImageRole.Broker
        || (image.Role == ImageRole.Cache && Astray(workload) is null);

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

    private static bool Covers(Mount mount, string path) =>
        mount.Path.TrimEnd('/') is var at
        && (at == path || path.StartsWith(at + "/", StringComparison.Ordinal) || at.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>Its command or a variable says where the data is.</summary>
    private static bool IsMoved(Workload workload, PublicImage image) =>
        workload.Supplied.Any(variable => variable.Name is "PGDATA" or "MINIO_VOLUMES" or "RABBITMQ_MNESIA_BASE" or "path.data")
        || (
            workload.Start is { } start
            && start.Text.Contains('/', StringComparison.Ordinal)
            && !image.DataPaths.Any(path => Names(start.Text, path))
        )
        || workload.SuppliesMoreBecause is not null;

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
