using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Every Service of a repository by the rarest label that it asks for, so that a pod is held against a few of them.</summary>
internal sealed class ServiceSelectors
{
    // What leads to pods without a manifest.
    private static readonly string[] Makers = ["expose", "port-forward"];

    private static readonly PerDeployment<ServiceSelectors> All = new(deployment => new ServiceSelectors(deployment));

    private readonly ILookup<string, KubernetesService> byRarest;
    private readonly IReadOnlyList<KubernetesService> templated;

    private ServiceSelectors(Deployment deployment)
    {
        HashSet<KubernetesService> services = new(ReferenceEqualityComparer.Instance);
        services.UnionWith(deployment.KubernetesStacks.SelectMany(stack => stack.Of<KubernetesService>()));
        services.UnionWith(deployment.Of<KubernetesManifest>().SelectMany(manifest => manifest.Services));
        IsMadeByCommand = deployment.Commands.Any(Makes);
        var asking = services.Where(service => service.Selector.Count > 0).ToLookup(IsTemplated);
        templated = [.. asking[true]];
        // All of them often ask for one label: "part-of: shop".
        var counts = asking[false]
            .SelectMany(service => service.Selector.Select(Key))
            .CountBy(key => key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        byRarest = asking[false].ToLookup(service => service.Selector.Select(Key).MinBy(key => counts[key]) ?? "", StringComparer.Ordinal);
    }

    /// <summary>A command may make one: <c>kubectl expose</c>.</summary>
    public bool IsMadeByCommand { get; }

    public static ServiceSelectors Of(Deployment deployment) => All.Of(deployment);

    /// <summary>The Services whose rarest label a pod has, and those of which a template decides.</summary>
    public IEnumerable<KubernetesService> Candidates(DeployedPod pod) =>
        pod.Template.Labels.Select(Key).Distinct(StringComparer.Ordinal).SelectMany(key => byRarest[key]).Concat(templated);

    private static bool Makes(CommandSite site) =>
        site.Command.Program is "kubectl" or "oc" or "minikube"
        && (
            site.Command.Words.Any(word => word.Literal is { } verb && Makers.Contains(verb, StringComparer.Ordinal))
            || site.Command.Words is [_, { Literal: "create" }, { Literal: "service" or "svc" }, ..]
        );

    private static bool IsTemplated(KubernetesService service) =>
        service.Selector.Any(wanted => wanted.Value?.Value.Contains("{{", StringComparison.Ordinal) != false);

    private static string Key(KubernetesPair pair) => $"{pair.Key}={pair.Value?.Value}";
}
