using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A data store stores its data where no volume is mounted.</summary>
internal sealed class DataStoreWithoutVolume : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/data-store-without-volume",
            Title = "Data store without volume",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale =
                "Data outside a volume is lost with the container. `docker compose down` leaves an anonymous volume behind, and the next start is empty.",
            Holds = "A volume is mounted where the image stores its data.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload =>
                (workload.Kind is TargetKind.Compose or TargetKind.Docker && KnownServers.StoresData(workload))
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
            $"{subject.Name} mounts {old.Path}, but `{subject.Reference?.Value}`{(data.IsNewestPostgres ? " (now 18 or later)" : "")} expects its volume at /var/lib/postgresql and does not start.";
        var verdict = subject.SuppliesMoreBecause switch
        {
            null => Fail(old.Span, message).As(Severity.Critical),
            var why when TemplateWithoutDirectory(subject, deployment) is { } template => Warn(
                    old.Span,
                    $"{message} An unknown PGDATA could change that ({why}), but {template.File.Path} does not set it."
                )
                .As(Severity.High),
            var why => Unknown(old.Span, $"{message} Unknown whether PGDATA changes that: {why}."),
        };
        return verdict
            .Related(subject.Reference?.Span)
            .Related(other?.Span)
            .Remedy(
                other is null
                    ? $"Mount the volume at /var/lib/postgresql in {old.Span} and migrate existing data with pg_upgrade, or use the release that created it."
                    : $"Mount a separate volume in {old.Span}, `{volumes.FreeName}:/var/lib/postgresql`, and declare it below `volumes:`; {other.Span} mounts {old.Source} too, and two servers corrupt each other's files. Migrate existing data with pg_upgrade, or use the release that created it."
            )
            .Verify(subject.Reference is { } reference ? TreeCheck.OneGone([old.Span, reference.Span]) : TreeCheck.Gone(old.Span));
    }

    /// <summary>The misplaced mount has changed, or a variable names it; without a mount, there must be one.</summary>
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
        $"{workload.Name} ({workload.ImageName}) stores its data in {string.Join(image.IsDataSpread ? " and " : " or ", data.Paths)}";

    /// <summary>Where a volume belongs; some stores need two.</summary>
    private static string Place(PublicImage image, DataMounts data) =>
        image.IsDataSpread ? string.Join(" and another one at ", data.Paths) : data.Paths[0];

    /// <summary>A new volume for each path with a part of the data.</summary>
    private static string Own(PublicImage image, DataMounts data, StoreVolumes volumes) =>
        image.IsDataSpread
            ? string.Join(" and ", data.Paths.Select((path, index) => $"`{volumes.FreeName}{(index == 0 ? "" : $"_{index + 1}")}:{path}`"))
            : $"`{volumes.FreeName}:{data.Paths[0]}`";

    /// <summary>The path may depend on the release or on settings, but not above a volume that the image declares.</summary>
    private static string OrElse(PublicImage image, DataMounts data) =>
        image.IsDataSpread || image.DeclaresVolume || data.Paths.Count < 2
            ? ""
            : $" (or at {string.Join(" or ", data.Paths.Skip(1))}, if the data is there)";

    private Verdict Missed(Workload workload, PublicImage image, DataMounts data, Mount astray, StoreVolumes volumes) =>
        Fail(astray.Span, $"{Kept(workload, image, data)}, but volume `{astray.Source}` is mounted at {astray.Path} and never holds it.")
            .As(SeverityOf(workload, volumes))
            .Related(workload.Reference?.Span)
            .Related(data.MovedBy?.Span)
            .Related(volumes.OtherMountOf(astray)?.Span)
            .Remedy(
                workload.Kind == TargetKind.Docker
                    ? $"Add {string.Join(" and ", data.Paths.Take(image.IsDataSpread ? data.Paths.Count : 1).Select((path, index) => $"`-v {workload.Name}-data{(index == 0 ? "" : $"-{index + 1}")}:{path}`"))} to the command at {workload.Span}."
                : image is { OwnedDataPath: { } owned, DataVariables: [var place, ..] } && volumes.OtherMountOf(astray) is null
                    // The user of the image may write there, but not to a new volume elsewhere.
                    ? $"Mount it at {owned} in {astray.Span}, and set {place} to {owned} at {workload.Span}.{Before(image)}"
                : volumes.OtherMountOf(astray) is null && image.DataVariables is [var variable, ..]
                    // The path depends on other settings; the variable decides.
                    ? data.Paths.Count > 1 && !image.IsDataSpread ? $"Set {variable} to {astray.Path} at {workload.Span}.{Before(image)}"
                        : $"Set {variable} to {astray.Path}, or mount the volume at {Place(image, data)} in {astray.Span}.{Before(image)}"
                : Remounted(image, data, astray, volumes)
            );

    /// <summary>A volume that others mount too is theirs: two servers corrupt each other's files.</summary>
    private static string Remounted(PublicImage image, DataMounts data, Mount astray, StoreVolumes volumes) =>
        volumes.OtherMountOf(astray) is { } other
            ? $"Mount {(image.IsDataSpread ? "separate volumes" : "a separate volume")} in {astray.Span}, {Own(image, data, volumes)}, and declare {(image.IsDataSpread ? "them" : "it")} below `volumes:`; {other.Span} mounts {astray.Source} too.{Before(image)}"
            : $"Mount it at {Place(image, data)} in {astray.Span}.{Before(image)}";

    /// <summary>A cache may lose its data.</summary>
    private static string Before(PublicImage image) =>
        image.Role == ImageRole.Cache ? "" : " Dump the data first: the new container starts without it.";

    /// <summary>A variable may name the volume; most likely the path is a mistake.</summary>
    private Verdict Doubted(Workload workload, PublicImage image, DataMounts data, Mount astray, string why, StoreVolumes volumes) =>
        Warn(
                astray.Span,
                $"{Kept(workload, image, data)}, but volume `{astray.Source}` is mounted at {astray.Path} and never holds it, unless an unknown variable moves the data ({why})."
            )
            .As(Severity.High)
            .Related(workload.Reference?.Span)
            .Related(volumes.OtherMountOf(astray)?.Span)
            .Remedy(Remounted(image, data, astray, volumes));

    private Verdict Lost(Workload workload, PublicImage image, DataMounts data, StoreVolumes volumes) =>
        Warn(
                workload.Span,
                data.HasAnonymous
                    ? $"{Kept(workload, image, data)}, but no named volume is mounted there. {(workload.Kind == TargetKind.Docker ? "The next container" : "After `docker compose down` it")} starts empty."
                    : $"{Kept(workload, image, data)}, but no volume is mounted there. The data is lost with the container."
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
                    // Source: Docker Hub, rabbitmq, "Running the daemon": the directory is named after the host, which differs for each new container.
                    $"Mount {(image.IsDataSpread ? "named volumes" : "a named volume")}: {Own(image, data, volumes)} at {workload.Span}{OrElse(image, data)}, and declare {(image.IsDataSpread ? "them" : "it")} below `volumes:`{Besides(workload, image)}.{Before(image)}"
            );

    private static string Besides(Workload workload, PublicImage image) =>
        image.Name == "rabbitmq" ? "; set a `hostname:` too, because RabbitMQ names its data directory after it"
        // Source: wurstmeister/kafka-docker, start-kafka.sh: KAFKA_LOG_DIRS defaults to /kafka/kafka-logs-$HOSTNAME.
        : image.Name == "wurstmeister/kafka" ? "; set a `hostname:` too, because the image names its data directory after it"
        // Kafka with old data rejects an empty ZooKeeper, which creates another cluster ID.
        : workload.Supplied.Any(variable => variable.Name.EndsWith("ZOOKEEPER_CONNECT", StringComparison.Ordinal))
            ? "; add one for ZooKeeper too, or Kafka exits with InconsistentClusterIdException after ZooKeeper is recreated"
        : "";

    /// <summary>Development queues, caches and test stores may lose their data, unless they have a volume.</summary>
    private static bool IsPassing(Workload workload, PublicImage image, DataMounts data) =>
        workload.Kind is not (TargetKind.Compose or TargetKind.Docker)
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
                $"{workload.Name} mounts {above.Path}, but `{workload.Reference?.Value}` declares a volume at {path}: Docker stores the data in an anonymous volume instead."
            )
            .As(SeverityOf(workload, volumes))
            .Related(workload.Reference?.Span)
            .Related(volumes.OtherMountOf(above)?.Span)
            .Remedy(
                $"{(volumes.IsFree(above) ? $"Mount it at {path} in {above.Span}" : $"Mount a separate volume beside {above.Span}, `{volumes.FreeName}:{path}`, and declare it below `volumes:`")}, after a dump of the anonymous volume.{(volumes.IsFree(above) ? Leftover(image, above, path) : "")}"
            );

    /// <summary>Docker creates the mount point of the anonymous volume inside the mount above, and initdb and mysqld create no database beside it.</summary>
    private static string Leftover(PublicImage image, Mount above, string path) =>
        image.DataPaths.Any(own => own.Split('/') is ["", "var", "lib", "postgresql" or "mysql", ..])
        && above.Path.TrimEnd('/') + "/" is var top
        && path.StartsWith(top, StringComparison.Ordinal)
            ? $" A mount that was used contains the directory `{path[top.Length..].Split('/')[0]}`, and the server creates no database in a directory that is not empty: rename or empty it, then restore the dump."
            : "";

    /// <summary>A cache can be rebuilt, but not the jobs that wait in it.</summary>
    private static Severity SeverityOf(Workload workload, StoreVolumes volumes) =>
        workload.Environment switch
        {
            _ when workload.Public is { Role: ImageRole.Cache } && !volumes.IsLasting => Severity.Medium,
            TargetEnvironment.Test => Severity.Medium,
            TargetEnvironment.Development => Severity.High,
            _ => Severity.Critical,
        };

    // Other rules judge pods; the path of the image is the same everywhere.
    private static bool IsMountedPostgres(Workload workload) =>
        workload is { Kind: TargetKind.Kubernetes, Public.Name: "postgres" }
        && workload.Mounts.Any(mount => mount.Path.StartsWith("/var/lib/postgresql", StringComparison.Ordinal));
}
