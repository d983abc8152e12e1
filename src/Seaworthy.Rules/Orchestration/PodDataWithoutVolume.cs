using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A data store in Kubernetes keeps its data in the pod.</summary>
internal sealed class PodDataWithoutVolume : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/pod-data-without-volume",
            Title = "Data store without claim",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale =
                "What a pod writes outside a persistent volume is gone when the pod is replaced: by an update, a drained node, an eviction.",
            Holds = "The data is on a persistent volume.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload is { Kind: TargetKind.Kubernetes, IsOneShot: false } && KnownServers.StoresData(workload))
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (subject.Public is not { } image)
        {
            yield break;
        }

        DataMounts data = new(subject, image);
        if (data.IsMoved || data.MayBeMovedBecause is not null || data.Above is not null)
        {
            yield break;
        }

        var path = data.Paths[0];
        var held = subject.Mounts.FirstOrDefault(mount => data.Paths.Contains(mount.Path.TrimEnd('/')));
        var isCache = image.Role == ImageRole.Cache;
        if (held is { Kind: MountKind.Temporary } && !isCache)
        {
            yield return Warn(held.Span, $"{subject.Name} stores its data in {path}, an `emptyDir`: it is lost with the pod.")
                .As(image.Role == ImageRole.Broker ? Severity.Medium : Severity.High)
                .Related(held.Volume)
                .Related(subject.Reference?.Span)
                .Remedy($"Mount a PersistentVolumeClaim there instead of the `emptyDir`, in {held.Span}.")
                .Verify(Mounted(subject, path, deployment));
        }
        else if (held is null && !data.AreHeld && data.Astray is { } astray)
        {
            yield return Fail(
                    astray.Span,
                    $"{subject.Name} mounts its volume at {astray.Path}, but `{subject.Reference?.Value}` stores its data in {path}: it is lost with the pod."
                )
                .As(isCache ? Severity.Medium : Severity.High)
                .Related(subject.Reference?.Span)
                .Remedy($"Write `mountPath: {path}` in the mount at {astray.Span}.")
                .Verify(Mounted(subject, path, deployment));
        }
        else if (held is null && !data.AreHeld && !isCache)
        {
            yield return Warn(
                    subject.Span,
                    $"{subject.Name} stores its data in {path}, where no volume is mounted: it is lost with the pod."
                )
                .As(image.Role == ImageRole.Broker ? Severity.Medium : Severity.High)
                .Related(subject.Reference?.Span)
                .Remedy(
                    $"Add `volumeClaimTemplates` (StatefulSet) or a PersistentVolumeClaim, and mount it at {path} of the container in {subject.Span}."
                )
                .Verify(Mounted(subject, path, deployment));
        }
    }

    private static CommandText Mounted(Workload workload, string path, Deployment deployment) =>
        $"{TargetCommand.Exec(workload, deployment)} sh -c {$"grep ' {path} ' /proc/mounts"}   # must find it";
}
