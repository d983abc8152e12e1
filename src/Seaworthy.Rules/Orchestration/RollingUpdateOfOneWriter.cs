using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Deployment updates or scales pods beside each other, and they share a claim that one node, or one pod, may have.</summary>
/// <remarks>Source: Kubernetes documentation, "Persistent Volumes", "Access Modes"; "Deployments", "Strategy".</remarks>
internal sealed class RollingUpdateOfOneWriter : Rule<DeployedPod>
{
    private const string OneNode = "ReadWriteOnce";
    private const string OnePod = "ReadWriteOncePod";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/rolling-update-of-one-writer",
            Title = "Rolling update of a pod whose volume one node may have",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "The new pod is started before the old one ends: on another node it waits for the volume until the update gives up, and on the same one two programs write to the data of one.",
            Holds = "The old pod lets go of the volume before the new one asks for it.",
        };

    public override IEnumerable<DeployedPod> Subjects(Deployment deployment) =>
        DeployedPod.In(deployment).Where(pod => pod.Workload.Kind.Value == "Deployment" && ClaimOf(pod) is not null);

    protected override Subject Identify(DeployedPod subject) => subject.Subject;

    protected override IEnumerable<Verdict> Check(DeployedPod subject, Deployment deployment)
    {
        var workload = subject.Workload;
        if (
            ClaimOf(subject) is not var (volume, claim, mode)
            || workload.Strategy?.Value == "Recreate"
            || workload.MaxSurge?.Value is "0" or "0%"
            || workload.Replicas?.Value == 0
        )
        {
            yield break;
        }

        var replicas = workload.Replicas?.Value ?? 1;
        var what = $"{subject.Name} mounts the claim {claim.Name?.Value}, which is {mode.Value}";
        if (DirectoryOf(claim, subject.Stack) is { } directory)
        {
            yield return Unknown(
                mode.Span,
                $"{what}, and may get {directory.Value} of {directory.Span}, a directory of whichever node a pod runs on: for that nobody waits, and whether two pods write to the same one cannot be told."
            );
            yield break;
        }

        yield return (
            replicas > 1
                ? Warn(
                    mode.Span,
                    $"{what}, in {replicas} replicas: {(mode.Value == OnePod ? "all but one wait for ever" : "those on other nodes wait for ever")}."
                )
                : Warn(
                    mode.Span,
                    $"{what}, and starts the new pod of an update before the old one ends: on another node it waits for the volume."
                )
        )
            .Related(volume.Span)
            .Related(workload.Strategy?.Span)
            .Remedy(
                replicas > 1
                    ? $"Let a StatefulSet give each replica of {subject.Name} a volume of its own, or take storage that offers ReadWriteMany."
                    : $"Write `strategy: {{ type: Recreate }}` for {subject.Name}, or make it a StatefulSet."
            )
            .Verify(
                $"{TargetCommand.Kubectl(workload)} rollout restart deploy/{subject.Name} && {TargetCommand.Kubectl(workload)} rollout status deploy/{subject.Name} --timeout=2m"
            );
    }

    /// <summary>The directory of a node that a volume for the claim is: nothing is attached, and no other node is kept from its own.</summary>
    private static Fact<string>? DirectoryOf(PersistentVolumeClaim claim, KubernetesStack stack) =>
        stack
            .Of<PersistentVolume>()
            .FirstOrDefault(volume =>
                volume.HostPath is not null
                && (
                    claim.VolumeName is { } wanted
                        ? wanted.Value == volume.Name?.Value
                        : claim.StorageClass is { } storage && storage.Value == volume.StorageClass?.Value
                )
            )
            ?.HostPath;

    /// <summary>The volume, its claim among the objects of the stack, and the mode that allows one writer; null when all modes allow more, or the claim is made elsewhere.</summary>
    private static ClaimedVolume? ClaimOf(DeployedPod pod) =>
        (
            from volume in pod.Template.Volumes
            from claim in pod.Stack.Of<PersistentVolumeClaim>()
            where claim.Name is { } name && name.Value == volume.ClaimName?.Value && KubernetesStack.MayMeet(claim, pod.Workload)
            where claim.AccessModes.Count > 0 && claim.AccessModes.All(mode => mode.Value is OneNode or OnePod)
            select new ClaimedVolume(volume, claim, claim.AccessModes[0])
        ).FirstOrDefault();

    private sealed record ClaimedVolume(PodVolume Volume, PersistentVolumeClaim Claim, Fact<string> Mode);
}
