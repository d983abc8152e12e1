using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>What pods ask of the API, by <c>kubectl</c> in their commands or by a client library in their source, where all roles of their service account are in the stack.</summary>
/// <remarks>Source: Kubernetes documentation, "Authorization", "Determine the request verb"; kubectl reference.</remarks>
internal static class ApiUses
{
    private static readonly string[] Clients = ["@kubernetes/client-node", "kubernetes", "kubernetes_asyncio", "io.kubernetes.client"];

    public static IReadOnlyList<ApiUse> Link(Deployment deployment)
    {
        var calling = deployment.Components.Where(component => component.Code.Any(IsClient)).ToList();
        return
        [
            .. deployment
                .KubernetesStacks.SelectMany(DeployedPod.In)
                .SelectMany(pod => Roles(pod) is { Count: > 0 } roles ? Find(deployment, pod, roles, calling) : [])
                .DistinctBy(use => new
                {
                    use.Account,
                    use.Action,
                    Role = use.Roles[0].Span,
                }),
        ];
    }

    /// <summary>The roles of the pod's account; none where one of them is not here, as those of the cluster itself are not.</summary>
    private static IReadOnlyList<Role>? Roles(DeployedPod pod)
    {
        if (pod.Template.ServiceAccountName is not { Value: { Length: > 0 } account } || OpenText.Is(account))
        {
            return null;
        }

        var bindings = pod
            .Stack.Of<RoleBinding>()
            .Where(binding => binding.Subjects.Any(subject => subject.Kind?.Value == "ServiceAccount" && subject.Name.Value == account))
            .ToList();
        // Another file may bind it to more.
        if (pod.Stack.KindsOfOtherValues is null && pod.Stack.PartialBecause is not null)
        {
            return null;
        }

        var roles = bindings
            .Select(binding =>
                binding.Role is { } named
                    ? pod
                        .Stack.Index.Named<Role>(named.Name.Value)
                        .FirstOrDefault(role => named.Kind is null || role.Kind.Value == named.Kind.Value)
                    : null
            )
            .ToList();
        return roles.Contains(null) || roles.Exists(role => role?.IsAggregated == true) ? null : [.. roles.OfType<Role>().Distinct()];
    }

    private static IEnumerable<ApiUse> Find(Deployment deployment, DeployedPod pod, IReadOnlyList<Role> roles, List<Component> calling)
    {
        var containers = pod.Template.InitContainers.Concat(pod.Template.Containers).ToList();
        foreach (var container in containers)
        {
            foreach (var command in container.Commands.Where(command => !command.MayFailUnnoticed))
            {
                foreach (var action in KnownCommand.Of(command).OfType<KubectlCommand>().SelectMany(Actions))
                {
                    yield return new ApiUse(pod, action, command.Span, roles);
                }
            }
        }

        var run = deployment
            .Workloads.Where(workload => containers.Exists(container => container.Name.Span == workload.Span))
            .SelectMany(workload => workload.Components)
            .Distinct()
            .ToList();
        var read = run.Count > 0 ? calling.Intersect(run).ToList() : calling;
        if (read is not [var component])
        {
            yield break;
        }

        foreach (var file in component.Code.Where(IsClient))
        {
            foreach (var (name, action) in KubernetesResources.Methods)
            {
                if (file.File.Mentions(name) && file.File.PlacesOf(name).Select(at => (int?)at).FirstOrDefault() is { } at)
                {
                    yield return new ApiUse(pod, action, new SourceSpan(file.File, at, name.Length), roles);
                }
            }
        }
    }

    private static bool IsClient(CodeFile file) => !file.IsTest && file.Imports.Any(import => Array.Exists(Clients, import.IsOf));

    /// <summary>What a command needs for certain; nothing for one that takes its objects from a file.</summary>
    private static IEnumerable<KubernetesAction> Actions(KubectlCommand command)
    {
        if (command.Context is not null || command.Arguments is not [{ Literal: { } first }, ..])
        {
            return [];
        }

        var slash = first.IndexOf('/', StringComparison.Ordinal);
        var resource = KubernetesResources.Find(slash > 0 ? first[..slash] : first);
        return (command.Verb, resource) switch
        {
            ("exec", _) => [new KubernetesAction("", "pods/exec", "create")],
            ("logs", _) => [new KubernetesAction("", "pods/log", "get")],
            ("get", { } known) => [Action(known, slash > 0 || command.Arguments.Count > 1 ? "get" : "list")],
            ("delete", { } known) => [Action(known, "delete")],
            ("patch" or "annotate" or "label" or "set image" or "rollout restart", { } known) => [Action(known, "patch")],
            ("scale", { Group: "apps" } known) => [new KubernetesAction(known.Group, known.Plural + "/scale", "patch")],
            ("create job", _) => [new KubernetesAction("batch", "jobs", "create")],
            _ => [],
        };
    }

    private static KubernetesAction Action(KubernetesResource resource, string verb) => new(resource.Group, resource.Plural, verb);
}
