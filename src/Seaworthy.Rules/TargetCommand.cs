using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>How Compose and kubectl are called for the files and the namespace of a target: without them, a pasted check asks another project or another namespace.</summary>
internal static class TargetCommand
{
    /// <summary><c>docker compose</c>, with the files of the project unless Compose finds them by itself.</summary>
    public static IEnumerable<string> Compose(Workload workload, Deployment deployment) => Compose(workload.TargetName, deployment);

    public static IEnumerable<string> Compose(string? target, Deployment deployment)
    {
        var files = Files(target, deployment);
        // Compose finds the usual names, and an override beside one of them, only where no file is named.
        return files.Count == 0 || ComposeFileNames.Usual.Contains(files[0]) && files.Count == (IsOverride(files[^1]) ? 2 : 1)
            ? ["docker", "compose"]
            : ["docker", "compose", .. files.SelectMany(file => new[] { "-f", file })];
    }

    /// <summary>What stands before a command that runs inside the workload's container.</summary>
    public static IEnumerable<string> Exec(Workload workload, Deployment deployment) =>
        workload.Kind == TargetKind.Kubernetes
            ? [.. Kubectl(workload, deployment), "exec", .. Pod(workload, deployment), "--"]
            : [.. Compose(workload, deployment), "exec", workload.Name];

    /// <summary>Shows what the workload says.</summary>
    public static IEnumerable<string> Logs(Workload workload, Deployment deployment) =>
        workload.Kind == TargetKind.Kubernetes
            ? [.. Kubectl(workload, deployment), "logs", .. Pod(workload, deployment)]
            : [.. Compose(workload, deployment), "logs", workload.Name];

    /// <summary><c>kubectl</c>, with the namespace that the manifest of the workload says.</summary>
    public static IEnumerable<string> Kubectl(Workload workload, Deployment deployment) => Kubectl(Manifest(workload, deployment));

    public static IEnumerable<string> Kubectl(KubernetesObject? manifest) =>
        manifest?.Namespace is { Value: { Length: > 0 } space } ? ["kubectl", "-n", space] : ["kubectl"];

    /// <summary>The object by its kind, and the container where it is not the first.</summary>
    private static string[] Pod(Workload workload, Deployment deployment) =>
        (
            Manifest(workload, deployment)?.Kind.Value.ToLowerInvariant() is { } kind
                ? kind == "deployment"
                    ? "deploy"
                    : kind
                : "deploy"
        )
            is var named
        && workload.Name.Split('/') is [var name, .. var container]
            ? [$"{named}/{name}", .. container.SelectMany(one => new[] { "-c", one })]
            : [workload.Name];

    private static KubernetesWorkload? Manifest(Workload workload, Deployment deployment) =>
        deployment
            .KubernetesStacks.Where(stack => stack.Name == workload.TargetName)
            .SelectMany(stack => stack.Of<KubernetesWorkload>())
            .FirstOrDefault(manifest => manifest.Name is { } name && name.Value == workload.Name.Split('/')[0]);

    private static IReadOnlyList<string> Files(string? target, Deployment deployment) =>
        deployment.ComposeStacks.FirstOrDefault(stack => stack.Name == target) is { } found
            ? [.. found.Project.Files.Select(file => file.File.Path)]
            : [];

    private static bool IsOverride(string path) =>
        path.StartsWith("compose.override.y", StringComparison.Ordinal)
        || path.StartsWith("docker-compose.override.y", StringComparison.Ordinal);
}
