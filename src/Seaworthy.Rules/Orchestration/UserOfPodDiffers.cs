using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A pod runs a container as another user than its image, or with runAsNonRoot and an unverifiable user.</summary>
internal sealed class UserOfPodDiffers : Rule<UserOfPodDiffers.ContainerUser>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/user-of-pod-differs",
            Title = "Pod user mismatch",
            Area = Area.Security,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The process cannot write to files of the image user, or the kubelet does not start the container.",
            Holds = "The pod runs as the user of its image.",
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
                        $"{pod.Name} runs as user {user.Value}, but its image is built for user {image.User?.Value} ({made.Value})."
                    )
                    .Related(made.Span, "creates the user")
                    .Related(image.User?.Span)
                    .Remedy($"Write `runAsUser: {made.Value}` in {user.Span}.")
                    .Verify($"{TargetCommand.Kubectl(pod.Workload)} exec deploy/{pod.Name} -- id");
            }

            yield break;
        }

        if (MustNotBeRoot(pod, container) is { } demand && Refusal(workload) is { } refusal)
        {
            var message = $"{pod.Name} sets runAsNonRoot, but {refusal}";
            // OpenShift assigns a user of the project to a pod without one.
            var verdict = IsForOpenShift(demand.Span.File.Path, deployment)
                ? Warn(demand.Span, $"{message}. OpenShift may assign another user.")
                : Fail(demand.Span, $"{message}.").As(Severity.Critical);
            yield return verdict
                .Related(image?.User?.Span ?? container.Image?.Span)
                .Remedy(
                    $"Add `runAsUser` with the user number beside {demand.Span}{(image is null ? "" : ", or write the number after USER in the Dockerfile")}."
                )
                .Verify($"{TargetCommand.Kubectl(pod.Workload)} describe pod -l {Label(pod)}");
        }
    }

    /// <summary>Added capabilities have no effect for other users, so root is intended.</summary>
    private static bool IsMeant(Fact<int> user, KubernetesContainer container) =>
        user.Value == 0 && container.Security is { AddedCapabilities.Count: > 0 };

    private static bool IsForOpenShift(string path, Deployment deployment) =>
        path.Contains("openshift", StringComparison.OrdinalIgnoreCase) || deployment.Commands.Any(site => site.Command.Program == "oc");

    /// <summary>The kubelet verifies only numbers and rejects root.</summary>
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
        : $"{image} runs as `{user}`, a name that the kubelet cannot verify";

    private static Fact<int>? RunAsUser(DeployedPod pod, KubernetesContainer container) =>
        container.Security?.RunAsUser ?? pod.Template.Security?.RunAsUser;

    private static Fact<bool>? MustNotBeRoot(DeployedPod pod, KubernetesContainer container) =>
        (container.Security?.RunAsNonRoot ?? pod.Template.Security?.RunAsNonRoot) is { Value: true } demand ? demand : null;

    /// <summary>A label with which kubectl finds the pods.</summary>
    private static string Label(DeployedPod pod) =>
        pod.Template.Labels.Where(label => label.Value is not null).Select(label => $"{label.Key}={label.Value?.Value}").FirstOrDefault()
        ?? $"app={pod.Name}";

    /// <summary>A container with a user setting in its pod.</summary>
    internal sealed record ContainerUser(DeployedPod Pod, KubernetesContainer Container, Workload Workload);
}
