using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>Calls of Compose and kubectl with the files and the namespace of a target: without them, a pasted check reads another project or namespace.</summary>
internal static class TargetCommand
{
    private static readonly PerDeployment<CommandedStacks> Stacks = new(deployment => new CommandedStacks(deployment));

    /// <summary><c>docker compose</c>, with the project's files unless Compose finds them by itself.</summary>
    public static IEnumerable<string> Compose(Workload workload, Deployment deployment) => Compose(workload.TargetName, deployment);

    public static IEnumerable<string> Compose(string? target, Deployment deployment) =>
        Stacks.Of(deployment).Named(target) is { } found ? Compose(found) : ["docker", "compose"];

    public static IEnumerable<string> Compose(ComposeStack stack)
    {
        List<string> files = [.. stack.Project.Files.Select(file => file.File.Path)];
        // Compose finds the usual names, and an override beside one of them, only if no file is named.
        IEnumerable<string> named =
            files.Count == 0 || ComposeFileNames.Usual.Contains(files[0]) && files.Count == (IsOverride(files[^1]) ? 2 : 1)
                ? []
                : files.SelectMany(file => new[] { "-f", file });
        // It also finds .env beside the first file, but no other env file.
        List<string> filled = [.. stack.EnvFiles.Select(file => file.File.Path)];
        var isUsual = files.Count == 0 || filled.TrueForAll(file => file == Beside(files[0]));
        return ["docker", "compose", .. isUsual ? [] : filled.SelectMany(file => new[] { "--env-file", file }), .. named];
    }

    /// <summary>The same for one of its files, with the files that are loaded together with it.</summary>
    public static IEnumerable<string> ComposeOf(string file, Deployment deployment) =>
        StackOf(file, deployment) is { } stack ? Compose(stack) : ["docker", "compose", "-f", file];

    /// <summary>The project that ends with the file, else one that includes it.</summary>
    public static ComposeStack? StackOf(string file, Deployment deployment) =>
        Stacks.Of(deployment).Named(file) ?? Stacks.Of(deployment).With(file);

    /// <summary>Starts a workload, and succeeds when its health check, if it has one, passes.</summary>
    public static CommandText Healthy(Workload workload, Deployment deployment) =>
        workload.Kind == TargetKind.Compose
            ? $"{Compose(workload, deployment)} up -d --build --wait {workload.Name}{First(workload, deployment)}"
        : workload.Kind == TargetKind.Kubernetes
            ? $"{Kubectl(workload, deployment)} rollout status {Object(workload, deployment)} --timeout=2m"
        : workload.Image is { } image
            ? (CommandText)
                $"id=$(docker run -d {BuiltImage.Built(image)}); sleep 60; docker inspect --format '{{{{.State.Health.Status}}}}' $id   # must say healthy"
        : $"docker inspect --format '{{{{.State.Health.Status}}}}' {workload.Name}   # must say healthy";

    /// <summary>Another fault that keeps the project from loading, as a comment at the end of a command; empty without one.</summary>
    public static CommandText First(Workload workload, Deployment deployment) =>
        Stacks.Of(deployment).Named(workload.TargetName) is { } stack && Stacks.Of(deployment).RefusedFor(stack) is { } use
            ? (CommandText)$"   # after {use.Span} is fixed: until then Compose rejects the project"
            : $"";

    /// <summary>The beginning of a command that runs inside the workload's container.</summary>
    public static CommandText Exec(Workload workload, Deployment deployment) =>
        workload.Kind == TargetKind.Kubernetes ? $"{Kubectl(workload, deployment)} exec {Pod(workload, deployment)} --"
        : workload.Kind == TargetKind.Compose ? $"{Compose(workload, deployment)} exec {workload.Name}"
        : workload.Image is { } image ? (CommandText)$"docker exec $(docker run -d {BuiltImage.Built(image)})"
        : $"docker exec {workload.Name}";

    /// <summary>Shows the workload's log.</summary>
    public static CommandText Logs(Workload workload, Deployment deployment) =>
        workload.Kind == TargetKind.Kubernetes ? $"{Kubectl(workload, deployment)} logs {Pod(workload, deployment)}"
        : workload.Kind == TargetKind.Compose ? $"{Compose(workload, deployment)} logs {workload.Name}"
        : workload.Image is { } image ? (CommandText)$"docker run --rm {BuiltImage.Built(image)}"
        : $"docker logs {workload.Name}";

    /// <summary><c>kubectl</c>, with the namespace of the workload's manifest.</summary>
    public static IEnumerable<string> Kubectl(Workload workload, Deployment deployment) => Kubectl(Manifest(workload, deployment));

    public static IEnumerable<string> Kubectl(KubernetesObject? manifest) =>
        manifest?.Namespace is { Value: { Length: > 0 } space } ? ["kubectl", "-n", space] : ["kubectl"];

    /// <summary>The object by its kind, and the container if it is not the first.</summary>
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
        Stacks.Of(deployment).Manifest(workload.TargetName, workload.Name.Split('/')[0]);

    /// <summary>The object alone: <c>deploy/api</c>.</summary>
    private static string Object(Workload workload, Deployment deployment) => Pod(workload, deployment)[0];

    /// <summary>The namespace of the object at a place: <c>kubectl -n shop</c>.</summary>
    public static IEnumerable<string> KubectlAt(SourceSpan place, Deployment deployment) => Kubectl(Stacks.Of(deployment).ObjectAt(place));

    private static string Beside(string file) => file.LastIndexOf('/') is >= 0 and var slash ? $"{file[..slash]}/.env" : ".env";

    private static bool IsOverride(string path) =>
        path.StartsWith("compose.override.y", StringComparison.Ordinal)
        || path.StartsWith("docker-compose.override.y", StringComparison.Ordinal);
}
