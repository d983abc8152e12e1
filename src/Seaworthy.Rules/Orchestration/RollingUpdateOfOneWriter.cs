using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Deployment runs several pods at a time that share a claim for one node or one pod.</summary>
/// <remarks>Source: Kubernetes documentation, "Persistent Volumes", "Access Modes"; "Deployments", "Strategy".</remarks>
internal sealed class RollingUpdateOfOneWriter : Rule<DeployedPod>
{
    private const string OneNode = "ReadWriteOnce";
    private const string OnePod = "ReadWriteOncePod";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/rolling-update-of-one-writer",
            Title = "Rolling update with ReadWriteOnce",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Pods on other nodes wait for the volume, and pods on the same node write to the same data at once.",
            Holds = "The old pod releases the volume before the new one starts.",
        };

    public override IEnumerable<DeployedPod> Subjects(Deployment deployment) =>
        DeployedPod.In(deployment).Where(pod => pod.Workload.Kind.Value == "Deployment" && ClaimOf(pod) is not null);

    protected override Subject Identify(DeployedPod subject) => subject.Subject;

    protected override IEnumerable<Verdict> Check(DeployedPod subject, Deployment deployment)
    {
        var workload = subject.Workload;
        var most = MostReplicas(subject);
        if (
            ClaimOf(subject) is not var (volume, claim, mode)
            || (most is null && (workload.Strategy?.Value == "Recreate" || workload.MaxSurge?.Value is "0" or "0%"))
            || workload.Replicas?.Value == 0
        )
        {
            yield break;
        }

        var replicas = most?.Value ?? workload.Replicas?.Value ?? 1;
        var what = $"{subject.Name} mounts the {mode.Value} claim `{claim.Name?.Value}`";
        if (DirectoryOf(claim, subject.Stack) is { } directory)
        {
            yield return Unknown(
                mode.Span,
                $"Unknown whether two pods of {subject.Name} share a volume: claim `{claim.Name?.Value}` may be the node directory {directory.Value} ({directory.Span})."
            );
            yield break;
        }

        var wait = mode.Value == OnePod ? "all but one wait forever" : "those on other nodes wait forever";
        yield return Warn(
                mode.Span,
                most is not null ? $"{what}, and the autoscaler starts up to {replicas} replicas: {wait}."
                    : replicas > 1 ? $"{what} in {replicas} replicas: {wait}."
                    : $"{what}, but a rolling update starts the new pod before the old one exits."
            )
            .Related(volume.Span)
            .Related(workload.Strategy?.Span)
            .Related(most?.Span, "more than one")
            .Remedy(
                most is not null
                    ? $"Use storage with ReadWriteMany for {subject.Name}. With one writer, set maxReplicas to 1 in {most.Span} and `strategy: {{ type: Recreate }}`."
                : replicas > 1 ? $"Use a StatefulSet with one volume per replica of {subject.Name}, or storage with ReadWriteMany."
                : $"Write `strategy: {{ type: Recreate }}` for {subject.Name}, or make it a StatefulSet."
            )
            .Verify(
                most is not null
                    ? (CommandText)
                        $"{TargetCommand.Kubectl(workload)} get hpa -o wide   # {subject.Name}: MAXPODS must be 1 with a ReadWriteOnce claim"
                    : $"{TargetCommand.Kubectl(workload)} rollout restart deploy/{subject.Name} && {TargetCommand.Kubectl(workload)} rollout status deploy/{subject.Name} --timeout=2m"
            );
    }

    /// <summary>How many replicas an autoscaler may start, where those are several.</summary>
    private static Fact<int>? MostReplicas(DeployedPod pod) =>
        pod
            .Stack.Of<Autoscaler>()
            .Where(scaler =>
                scaler.Target is { } target
                && target.Name.Value == pod.Workload.Name?.Value
                && target.Kind?.Value is null or "Deployment"
                && KubernetesStack.MayMeet(scaler, pod.Workload)
            )
            .Select(scaler => scaler.MaxReplicas)
            .FirstOrDefault(most => most is { Value: > 1 });

    /// <summary>The node directory of a volume for the claim: it is not attached, and every node has its own.</summary>
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

    /// <summary>The volume, its claim in the stack and the mode that allows one writer; null if a mode allows more or the claim is not in the stack.</summary>
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
