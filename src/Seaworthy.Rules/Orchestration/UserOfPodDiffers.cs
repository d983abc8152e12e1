using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod runs a container as a user other than the one its image is made for, or demands a user that cannot be checked.</summary>
internal sealed class UserOfPodDiffers : Rule<UserOfPodDiffers.ContainerUser>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/user-of-pod-differs",
            Title = "Pod that runs as a user its image is not made for",
            Area = Area.Security,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "The files of the image belong to another user: what the process has to write, it may not; or the kubelet refuses to start it.",
            Holds = "The user of the pod is the one that its image is made for.",
        };

    public override IEnumerable<UserOfPodDiffers.ContainerUser> Subjects(Deployment deployment)
    {
        var workloads = deployment.Workloads.Where(workload => workload.Kind == TargetKind.Kubernetes).ToLookup(workload => workload.Span);
        return from pod in DeployedPod.In(deployment)
            from container in pod.Template.Containers
            where RunAsUser(pod, container) is not null || MustNotBeRoot(pod, container) is not null
            let workload = workloads[container.Name.Span]
                .FirstOrDefault(workload => workload.Image is not null || workload.Public is not null)
            where workload is not null
            select new ContainerUser(pod, container, workload);
    }

    protected override Subject Identify(UserOfPodDiffers.ContainerUser subject) => subject.Pod.Subject;

    protected override IEnumerable<Verdict> Check(UserOfPodDiffers.ContainerUser subject, Deployment deployment)
    {
        var (pod, container, workload) = subject;
        var user = RunAsUser(pod, container);
        var image = workload.Image?.Final;
        if (user is not null)
        {
            if (image?.UserId is { } made && made.Value != user.Value && made.Value != 0 && !IsMeant(user, container))
            {
                yield return Warn(
                        user.Span,
                        $"{pod.Name} runs as user {user.Value}, but its image is made for {image.User?.Value} ({made.Value}), to whom its files belong."
                    )
                    .Related(made.Span, "the user is made here")
                    .Related(image.User?.Span)
                    .Remedy($"Write `runAsUser: {made.Value}` in {user.Span}.")
                    .Verify($"{TargetCommand.Kubectl(pod.Workload)} exec deploy/{pod.Name} -- id");
            }

            yield break;
        }

        if (MustNotBeRoot(pod, container) is { } demand && Refusal(workload) is { } refusal)
        {
            var message = $"{pod.Name} demands runAsNonRoot, but {refusal}: the kubelet does not start it";
            // OpenShift's default constraint gives a pod that names no user one of its project's.
            var verdict = IsForOpenShift(demand.Span.File.Path, deployment)
                ? Warn(demand.Span, $"{message}, unless OpenShift chooses its user.")
                : Fail(demand.Span, $"{message}.").As(Severity.Critical);
            yield return verdict
                .Related(image?.User?.Span ?? container.Image?.Span)
                .Remedy(
                    $"Add `runAsUser` with the number of the user beside {demand.Span}{(image is null ? "" : ", or write the number after USER in the Dockerfile")}."
                )
                .Verify($"{TargetCommand.Kubectl(pod.Workload)} describe pod -l {Label(pod)}");
        }
    }

    /// <summary>A capability that is added for root counts for no other user: whoever writes both wants root.</summary>
    private static bool IsMeant(Fact<int> user, KubernetesContainer container) =>
        user.Value == 0 && container.Security is { AddedCapabilities.Count: > 0 };

    private static bool IsForOpenShift(string path, Deployment deployment) =>
        path.Contains("openshift", StringComparison.OrdinalIgnoreCase) || deployment.Commands.Any(site => site.Command.Program == "oc");

    /// <summary>The kubelet checks numbers only, and refuses root.</summary>
    private static string? Refusal(Workload workload) =>
        workload.Image is { Final: { } final }
            ? final.User is { } user
                ? Refusal(user.Value.Split(':')[0], "its image")
                : final.PublicBase is { User: "root" }
                    ? "its image runs as root"
                    : null
            : workload.Public is { User: "root" }
                ? $"{workload.Reference?.Value} runs as root"
                : null;

    private static string? Refusal(string user, string image) =>
        user is "root" or "0" ? $"{image} runs as root"
        : user.All(char.IsAsciiDigit) ? null
        : $"{image} runs as `{user}`, a name whose number the kubelet cannot know";

    private static Fact<int>? RunAsUser(DeployedPod pod, KubernetesContainer container) =>
        container.Security?.RunAsUser ?? pod.Template.Security?.RunAsUser;

    private static Fact<bool>? MustNotBeRoot(DeployedPod pod, KubernetesContainer container) =>
        (container.Security?.RunAsNonRoot ?? pod.Template.Security?.RunAsNonRoot) is { Value: true } demand ? demand : null;

    /// <summary>A container whose user the pod says something of.</summary>
    /// <summary>A label by which kubectl finds the pods.</summary>
    private static string Label(DeployedPod pod) =>
        pod.Template.Labels.Where(label => label.Value is not null).Select(label => $"{label.Key}={label.Value?.Value}").FirstOrDefault()
        ?? $"app={pod.Name}";

    internal sealed record ContainerUser(DeployedPod Pod, KubernetesContainer Container, Workload Workload);
}
