using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod mounts an empty volume over the directory in which its image has the program.</summary>
internal sealed class ClaimHidesProgram : Rule<ClaimHidesProgram.MountedProgram>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/claim-hides-program",
            Title = "Volume hides program",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "Kubernetes copies nothing of the image into a volume: the directory is empty, and the container does not start.",
            Holds = "The volumes leave the program of the image visible.",
        };

    public override IEnumerable<MountedProgram> Subjects(Deployment deployment)
    {
        var workloads = deployment
            .Workloads.Where(workload => workload is { Kind: TargetKind.Kubernetes, Image: not null })
            .ToLookup(workload => workload.Span);
        return from pod in DeployedPod.In(deployment)
            from container in pod.Template.Containers
            let workload = workloads[container.Name.Span].FirstOrDefault()
            where workload is not null
            from mount in container.Mounts
            where mount is { MountPath: not null, SubPath: null } && IsEmpty(pod.Template, mount)
            select new MountedProgram(pod, workload, mount);
    }

    protected override Subject Identify(MountedProgram subject) =>
        new($"{subject.Pod.Name}: {subject.Mount.MountPath?.Value}", subject.Mount.Span);

    protected override IEnumerable<Verdict> Check(MountedProgram subject, Deployment deployment)
    {
        var (pod, workload, mount) = subject;
        if (
            mount.MountPath is not { } place
            || workload.Image is not { } image
            || image.Final.WorkingDirectory is not { } directory
            || ImagePath.Inside(ImagePath.Join("/", place.Value) ?? "/", directory) is null
            || image.Final.Files.CopiedUnder(directory).FirstOrDefault() is not { } hidden
        )
        {
            yield break;
        }

        yield return Fail(
                place.Span,
                $"{pod.Name} mounts an empty volume over {place.Value}, where its image has the program ({hidden.Path})."
            )
            .Related(image.Final.Declared.Workdir?.Span, "the program is here")
            .Remedy($"Remove the mount in {place.Span}, or mount the volume where the program writes its data.")
            .VerifyGone();
    }

    /// <summary>A claim or an <c>emptyDir</c> that no other container of the pod fills.</summary>
    private static bool IsEmpty(PodTemplate pod, VolumeMount mount) =>
        pod.Volumes.Any(volume => volume.Name.Value == mount.Name.Value && volume.Kind?.Value is "persistentVolumeClaim" or "emptyDir")
        && !pod
            .InitContainers.Concat(pod.Containers)
            .SelectMany(container => container.Mounts)
            .Any(other => other != mount && other.Name.Value == mount.Name.Value);

    /// <summary>A volume that begins empty, in a container whose image is built here.</summary>
    internal sealed record MountedProgram(DeployedPod Pod, Workload Workload, VolumeMount Mount);
}
