using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A store uses the root of a disk as its data directory, and refuses the <c>lost+found</c> that a new ext4 file system has there.</summary>
/// <remarks>
/// Source: Docker Hub, postgres, "PGDATA" (initdb needs a directory below the mount point); MySQL 5.7 reference manual, <c>--ignore-db-dir</c>; Apache Kafka,
/// <c>UnifiedLog.parseTopicPartitionName</c> ("log directories should only contain Kafka topic data").
/// </remarks>
internal sealed class DataAtVolumeRoot : Rule<DataAtVolumeRoot.StoreMount>
{
    private const string NewPostgres = "/var/lib/postgresql";

    // What refuses it, by image. MySQL 8, MariaDB, MongoDB, Redis and RabbitMQ leave lost+found alone; Bitnami's images store in a directory below.
    private static readonly Dictionary<string, string> Refusing = new(StringComparer.Ordinal)
    {
        ["postgres"] = "initdb",
        ["timescale/timescaledb"] = "initdb",
        ["mysql"] = "mysqld",
        ["apache/kafka"] = "Kafka",
        ["confluentinc/cp-kafka"] = "Kafka",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/data-at-volume-root",
            Title = "lost+found in data directory",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A new ext4 volume holds the directory lost+found. The store refuses a data directory with foreign files, and its pod crashes at the first start.",
            Holds = "The data is in a directory below the root of the volume, or the store ignores lost+found.",
        };

    public override IEnumerable<StoreMount> Subjects(Deployment deployment)
    {
        var workloads = deployment
            .Workloads.Where(workload =>
                workload is { Kind: TargetKind.Kubernetes, IsOneShot: false, Public: { } image }
                && Refusing.ContainsKey(image.Name)
                && KnownServers.RunsServer(workload)
            )
            .ToLookup(workload => workload.Span);
        return (
            from pod in DeployedPod.In(deployment)
            from container in pod.Template.Containers
            let workload = workloads[container.Name.Span].FirstOrDefault()
            where workload is not null
            from mount in container.Mounts
            where mount is { MountPath: not null, IsReadOnly: false }
            let storage = StorageOf(mount, pod, deployment)
            where storage is not null
            select new StoreMount(pod, workload, mount, storage)
        ).DistinctBy(found => found.Mount.Span);
    }

    protected override Subject Identify(StoreMount subject) =>
        new($"{subject.Pod.Name}: {subject.Mount.MountPath?.Value}", subject.Mount.Span);

    protected override IEnumerable<Verdict> Check(StoreMount subject, Deployment deployment)
    {
        var (pod, workload, mount, storage) = subject;
        if (
            workload.Public is not { } image
            || mount is not { SubPath: null, MountPath: { } path }
            || storage.Kind == StorageKind.Directory
            || DataPathOf(workload, image) != path.Value.TrimEnd('/')
            || IgnoresIt(workload, image)
            || pod.Template.InitContainers.Any(container => container.Mounts.Any(other => other.Name.Value == mount.Name.Value))
        )
        {
            yield break;
        }

        var refuses = Refusing[image.Name];
        if (new DataMounts(workload, image).MayBeMovedBecause is { } why)
        {
            yield return Unknown(path.Span, $"Unknown whether {pod.Name} stores its data at the root of its volume: {why}.");
            yield break;
        }

        yield return (
            storage.Kind == StorageKind.Block
                ? Fail(
                    path.Span,
                    $"{pod.Name} stores its data at the root of an ext4 volume ({storage.Name}), whose lost+found makes {refuses} refuse the directory."
                )
                : Warn(
                        path.Span,
                        $"{pod.Name} stores its data at the root of its volume: on a new ext4 disk, lost+found makes {refuses} refuse the directory."
                    )
                    .As(Severity.Medium)
        )
            .Related(storage.Place)
            .Related(workload.Reference?.Span)
            .Remedy(
                refuses == "initdb"
                    ? $"Before the first start, set `PGDATA` to `{path.Value.TrimEnd('/')}/pgdata` for the container in {workload.Span}, or add `subPath: data` to the mount in {mount.Span}."
                    : $"Before the first start, add `subPath: data` to the mount in {mount.Span}."
            )
            .Verify(
                $"{TargetCommand.Exec(workload, deployment)} sh -c {$"! test -e \"${{PGDATA:-{path.Value.TrimEnd('/')}}}/lost+found\""}   # must succeed"
            );
    }

    /// <summary>Where the store keeps its data; null where it is moved or has a directory of its own, as in PostgreSQL 18.</summary>
    private static string? DataPathOf(Workload workload, PublicImage image)
    {
        DataMounts data = new(workload, image);
        return data.IsMoved || (data.MovedBy is null && data.Paths is [NewPostgres, ..]) ? null : data.Paths[0];
    }

    /// <summary>MySQL has refused it in release 5.7 alone, unless an option names the directory.</summary>
    private static bool IgnoresIt(Workload workload, PublicImage image) =>
        image.Name == "mysql"
        && (
            workload.Reference?.Value.Text is not { } text
            || ImageReference.Parse(text)?.EffectiveTag.StartsWith("5.7", StringComparison.Ordinal) != true
            || workload.Start?.Text.Contains("ignore-db-dir", StringComparison.Ordinal) is true
            || workload.Mounts.Any(mount => mount.Path.StartsWith("/etc/m", StringComparison.Ordinal))
        );

    private static ClaimStorage? StorageOf(VolumeMount mount, DeployedPod pod, Deployment deployment)
    {
        var (stack, workload, template) = pod;
        if (workload.VolumeClaimTemplates.FirstOrDefault(claim => claim.Name?.Value == mount.Name.Value) is { } own)
        {
            return ClaimStorage.OfClaim(own, stack, deployment);
        }

        return template.Volumes.FirstOrDefault(volume => volume.Name.Value == mount.Name.Value) is { } volume
            ? ClaimStorage.Of(
                volume,
                stack
                    .Of<PersistentVolumeClaim>()
                    .FirstOrDefault(claim => claim.Name?.Value == volume.ClaimName?.Value && KubernetesStack.MayMeet(claim, workload)),
                stack,
                deployment
            )
            : null;
    }

    /// <summary>A volume in a container of a store, and what it is made of.</summary>
    internal sealed record StoreMount(DeployedPod Pod, Workload Workload, VolumeMount Mount, ClaimStorage Storage);
}
