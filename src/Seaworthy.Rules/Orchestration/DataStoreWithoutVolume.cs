using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
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
                "Data in the container's own files goes with the container: `docker compose down` and a newer image lose it. An image that declares a volume gets one without a name, which a newer image takes over; after `docker compose down` the next start makes another one, and the data stays behind in a volume that nothing names.",
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
        if (subject.Public is not { } image)
        {
            yield break;
        }

        DataMounts data = new(subject, image);
        if (data is { TooDeep: { } old, IsMovedAtStart: false })
        {
            yield return Refused(subject, data, old, deployment);
        }
        else if (data.MayBeMovedBecause is { } why)
        {
            if (data is { IsMoved: false, AreHeld: false, Above: null, Astray: { } elsewhere } && !IsPassing(subject, image, data))
            {
                var doubted = Doubted(subject, image, data, elsewhere, why, new StoreVolumes(subject, deployment));
                yield return doubted.Verify(Shown(doubted, subject, image, data));
            }
        }
        else if (!data.IsMoved && !IsPassing(subject, image, data) && !data.AreHeld)
        {
            var verdict =
                data.Above is { } above ? Shadowed(subject, image, above, data.OwnVolume, new StoreVolumes(subject, deployment))
                : data.Astray is { } astray ? Missed(subject, image, data, astray, new StoreVolumes(subject, deployment))
                : Lost(subject, image, data, new StoreVolumes(subject, deployment));
            yield return verdict.Verify(Shown(verdict, subject, image, data));
        }
    }

    private Verdict Refused(Workload subject, DataMounts data, Mount old, Deployment deployment)
    {
        StoreVolumes volumes = new(subject, deployment);
        var other = volumes.OtherMountOf(old);
        var message =
            $"{subject.Name} mounts {old.Path}, but {subject.Reference?.Value}{(data.IsNewestPostgres ? ", which is release 18 or later today," : "")} refuses to start with it: from release 18 on the volume is mounted at /var/lib/postgresql.";
        var verdict = subject.SuppliesMoreBecause switch
        {
            null => Fail(old.Span, message).As(Severity.Critical),
            var why when TemplateWithoutDirectory(subject, deployment) is { } template => Warn(
                    old.Span,
                    $"{message} PGDATA would say otherwise, which may be given unseen ({why}), but {template.File.Path} has none."
                )
                .As(Severity.High),
            var why => Unknown(old.Span, $"{message} Whether PGDATA says otherwise cannot be told: {why}."),
        };
        return verdict
            .Related(subject.Reference?.Span)
            .Related(other?.Span)
            .Remedy(
                other is null
                    ? $"Mount the volume at /var/lib/postgresql in {old.Span} and move existing data with pg_upgrade, or name the release that made it."
                    : $"Mount a volume of its own in {old.Span}, `{volumes.FreeName}:/var/lib/postgresql`, and declare that below `volumes:`; {old.Source} is mounted in {other.Span} as well, and two servers in one directory spoil each other's files. Move existing data with pg_upgrade, or name the release that made it."
            )
            .Verify(subject.Reference is { } reference ? TreeCheck.OneGone([old.Span, reference.Span]) : TreeCheck.Gone(old.Span));
    }

    /// <summary>The line that leads astray was changed, or the store was told of it; where nothing is mounted, something must be.</summary>
    private static CommandText Shown(Verdict verdict, Workload workload, PublicImage image, DataMounts data) =>
        (data.Above ?? data.Astray) is null
            ? $"git grep -nE {$"[: ]({string.Join('|', data.Paths)})"} -- {workload.Span.File.Path}   # must find it for {workload.Name}"
        : image.DataVariables.Count == 0 ? TreeCheck.Gone(verdict.Locations[0].Span)
        : TreeCheck.GoneOr(verdict.Locations[0].Span, $"git grep -nE {string.Join('|', image.DataVariables)} -- {workload.Span.File.Path}");

    private static EnvFile? TemplateWithoutDirectory(Workload subject, Deployment deployment) =>
        deployment.In<EnvFile>(subject.Span.File.Directory).Where(file => file.IsTemplate).ToList() is [var template, ..] all
        && all.TrueForAll(file => file.Find("PGDATA") is null)
            ? template
            : null;

    private static string Kept(Workload workload, PublicImage image, DataMounts data) =>
        $"{workload.Name} ({workload.ImageName}) keeps its data in {string.Join(image.IsDataSpread ? " and " : " or ", data.Paths)}";

    /// <summary>Where a volume belongs; some stores need one at each of two places.</summary>
    private static string Place(PublicImage image, DataMounts data) =>
        image.IsDataSpread ? string.Join(" and another one at ", data.Paths) : data.Paths[0];

    /// <summary>A new volume for each place that holds a part of the data.</summary>
    private static string Own(PublicImage image, DataMounts data, StoreVolumes volumes) =>
        image.IsDataSpread
            ? string.Join(" and ", data.Paths.Select((path, index) => $"`{volumes.FreeName}{(index == 0 ? "" : $"_{index + 1}")}:{path}`"))
            : $"`{volumes.FreeName}:{data.Paths[0]}`";

    /// <summary>Which of several places it is may depend on the release or on settings. Above a volume of the image's own there is no other.</summary>
    private static string OrElse(PublicImage image, DataMounts data) =>
        image.IsDataSpread || image.DeclaresVolume || data.Paths.Count < 2
            ? ""
            : $" (or at {string.Join(" or ", data.Paths.Skip(1))}, if the data is there)";

    private Verdict Missed(Workload workload, PublicImage image, DataMounts data, Mount astray, StoreVolumes volumes) =>
        Fail(
                astray.Span,
                $"{Kept(workload, image, data)}, but the volume {astray.Source} is mounted at {astray.Path}: it never holds the data."
            )
            .As(SeverityOf(workload, volumes))
            .Related(workload.Reference?.Span)
            .Related(data.MovedBy?.Span)
            .Related(volumes.OtherMountOf(astray)?.Span)
            .Remedy(
                image is { OwnedDataPath: { } owned, DataVariables: [var place, ..] } && volumes.OtherMountOf(astray) is null
                    // The image runs as a user who may write there, and in no new volume elsewhere.
                    ? $"Mount it at {owned} in {astray.Span}, and set {place} to {owned} at {workload.Span}.{Before(image)}"
                : volumes.OtherMountOf(astray) is null && image.DataVariables is [var variable, ..]
                    // Which of several places it is depends on what else it is told; the variable settles it.
                    ? data.Paths.Count > 1 && !image.IsDataSpread ? $"Set {variable} to {astray.Path} at {workload.Span}.{Before(image)}"
                        : $"Set {variable} to {astray.Path}, or mount the volume at {Place(image, data)} in {astray.Span}.{Before(image)}"
                : Mended(image, data, astray, volumes)
            );

    /// <summary>A volume that others have as well is theirs: two servers in one directory spoil each other's files.</summary>
    private static string Mended(PublicImage image, DataMounts data, Mount astray, StoreVolumes volumes) =>
        volumes.OtherMountOf(astray) is { } other
            ? $"Give it {(image.IsDataSpread ? "volumes" : "a volume")} of its own in {astray.Span}, {Own(image, data, volumes)}, and declare {(image.IsDataSpread ? "them" : "that")} below `volumes:`; {astray.Source} is mounted in {other.Span} as well.{Before(image)}"
            : $"Mount it at {Place(image, data)} in {astray.Span}.{Before(image)}";

    /// <summary>What stands in a cache may be lost.</summary>
    private static string Before(PublicImage image) =>
        image.Role == ImageRole.Cache ? "" : " Dump first what it holds now: the new container starts without that.";

    /// <summary>A variable may lead to the volume; most likely the path is a slip of the pen.</summary>
    private Verdict Doubted(Workload workload, PublicImage image, DataMounts data, Mount astray, string why, StoreVolumes volumes) =>
        Warn(
                astray.Span,
                $"{Kept(workload, image, data)}, but the volume {astray.Source} is mounted at {astray.Path}: it never holds the data, unless a variable that is given unseen says so ({why})."
            )
            .As(Severity.High)
            .Related(workload.Reference?.Span)
            .Related(volumes.OtherMountOf(astray)?.Span)
            .Remedy(Mended(image, data, astray, volumes));

    private Verdict Lost(Workload workload, PublicImage image, DataMounts data, StoreVolumes volumes) =>
        Warn(
                workload.Span,
                data.HasAnonymous
                    ? $"{Kept(workload, image, data)}, and no volume with a name is mounted there: Docker makes one without, which a newer image keeps; after `docker compose down` the service starts with an empty one."
                    : $"{Kept(workload, image, data)}, and no volume is mounted there: the data goes with the container."
            )
            .As(
                workload.Environment == TargetEnvironment.Development || image.Role == ImageRole.Broker ? Severity.Low
                : data.HasAnonymous ? Severity.Medium
                : Severity.High
            )
            .Related(workload.Reference?.Span)
            .Remedy(
                image is { OwnedDataPath: { } owned, DataVariables: [var variable, ..] }
                    ? $"Mount a named volume, `{volumes.FreeName}:{owned}`, at {workload.Span}, set {variable} to {owned}, and declare the volume below `volumes:`{Besides(workload, image)}.{Before(image)}"
                    :
                    // Source: Docker Hub, rabbitmq, "Running the daemon": the directory is named after the host, which is another one for each new container.
                    $"Mount {(image.IsDataSpread ? "named volumes" : "a named volume")}: {Own(image, data, volumes)} at {workload.Span}{OrElse(image, data)}, and declare {(image.IsDataSpread ? "them" : "it")} below `volumes:`{Besides(workload, image)}.{Before(image)}"
            );

    private static string Besides(Workload workload, PublicImage image) =>
        image.Name == "rabbitmq" ? "; give it a `hostname:` as well, by which RabbitMQ names the directory of its data"
        // Source: wurstmeister/kafka-docker, start-kafka.sh: KAFKA_LOG_DIRS is /kafka/kafka-logs-$HOSTNAME where it is not given.
        : image.Name == "wurstmeister/kafka" ? "; give it a `hostname:` as well, by which the image names the directory of its data"
        // A Kafka with old data refuses a ZooKeeper with none, which makes up another name for the cluster.
        : workload.Supplied.Any(variable => variable.Name.EndsWith("ZOOKEEPER_CONNECT", StringComparison.Ordinal))
            ? "; give ZooKeeper its own as well, or Kafka ends with InconsistentClusterIdException once that is made anew"
        : "";

    /// <summary>What stands in a developer's queues is nobody's data, a cache may forget, and tests want a fresh store: but for one that is given a volume of its own.</summary>
    private static bool IsPassing(Workload workload, PublicImage image, DataMounts data) =>
        workload.Kind != TargetKind.Compose
        || (
            (
                image.Role == ImageRole.Cache
                || workload.Environment == TargetEnvironment.Test
                || workload.Environment == TargetEnvironment.Development && image.Role == ImageRole.Broker
            ) && data.Astray is null
        );

    private Verdict Shadowed(Workload workload, PublicImage image, Mount above, string path, StoreVolumes volumes) =>
        Fail(
                above.Span,
                $"{workload.Name} mounts {above.Path}, but {workload.Reference?.Value} declares a volume of its own at {path}: Docker puts an anonymous one over the mount, which never holds the data, and `docker compose down` leaves that behind."
            )
            .As(SeverityOf(workload, volumes))
            .Related(workload.Reference?.Span)
            .Related(volumes.OtherMountOf(above)?.Span)
            .Remedy(
                $"{(volumes.IsFree(above) ? $"Mount it at {path} in {above.Span}" : $"Mount a volume of its own beside {above.Span}, `{volumes.FreeName}:{path}`, and declare that below `volumes:`")}, after a dump of what the anonymous volume holds.{(volumes.IsFree(above) ? Leftover(image, above, path) : "")}"
            );

    /// <summary>Docker makes the place of the anonymous volume as a directory in what is mounted above it, and initdb and mysqld make no database beside that.</summary>
    private static string Leftover(PublicImage image, Mount above, string path) =>
        image.DataPaths.Any(own => own.Split('/') is ["", "var", "lib", "postgresql" or "mysql", ..])
        && above.Path.TrimEnd('/') + "/" is var top
        && path.StartsWith(top, StringComparison.Ordinal)
            ? $" What was mounted once holds the directory `{path[top.Length..].Split('/')[0]}` by now, and the server makes no database in a directory that is not empty: give it a new name or empty it, then restore the dump."
            : "";

    /// <summary>What a cache loses is made again, though somebody meant to keep it; jobs that wait in it are not.</summary>
    private static Severity SeverityOf(Workload workload, StoreVolumes volumes) =>
        workload.Environment switch
        {
            _ when workload.Public is { Role: ImageRole.Cache } && !volumes.IsLasting => Severity.Medium,
            TargetEnvironment.Test => Severity.Medium,
            TargetEnvironment.Development => Severity.High,
            _ => Severity.Critical,
        };

    // What a pod keeps is asked elsewhere; which directory the image takes is the same everywhere.
    private static bool IsMountedPostgres(Workload workload) =>
        workload is { Kind: TargetKind.Kubernetes, Public.Name: "postgres" }
        && workload.Mounts.Any(mount => mount.Path.StartsWith("/var/lib/postgresql", StringComparison.Ordinal));
}
