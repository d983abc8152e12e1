using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The paths that ingress-nginx rewrites, with the workloads behind them.</summary>
/// <remarks>
/// Source: ingress-nginx documentation, "Rewrite", and its <c>buildProxyPass</c>: the rewrite treats the path as a regular expression and replaces
/// the whole path of the request with the target; an equal path and target are no rewrite. Before 0.22, which served <c>extensions/v1beta1</c>, the rest of the path was kept.
/// </remarks>
internal static class IngressRewrites
{
    private const string Annotation = "nginx.ingress.kubernetes.io/rewrite-target";

    public static IReadOnlyList<IngressRewrite> Link(Deployment deployment)
    {
        var stacks = deployment
            .Targets.Where(target => target.Kind == TargetKind.Kubernetes)
            .GroupBy(target => target.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => ByHostName(same.SelectMany(target => target.Workloads)), StringComparer.Ordinal);
        return
        [
            .. deployment
                .KubernetesStacks.SelectMany(stack =>
                    stack.Of<Ingress>().Select(ingress => Rewrite(ingress, stacks.GetValueOrDefault(stack.Name) ?? []))
                )
                .OfType<IngressRewrite>()
                // A base of several overlays counts once.
                .GroupBy(rewrite => new { rewrite.Ingress.Span, rewrite.Target })
                .Select(same => same.MaxBy(rewrite => rewrite.Paths.Count(path => path.Backend is not null)))
                .OfType<IngressRewrite>(),
        ];
    }

    private static Dictionary<string, Workload> ByHostName(IEnumerable<Workload> workloads)
    {
        Dictionary<string, Workload> named = new(StringComparer.Ordinal);
        foreach (var workload in workloads)
        {
            foreach (var name in workload.HostNames)
            {
                named.TryAdd(name, workload);
            }
        }

        return named;
    }

    private static IngressRewrite? Rewrite(Ingress ingress, Dictionary<string, Workload> workloads) =>
        ingress.ApiVersion.Value == "networking.k8s.io/v1"
        && ingress.ClassName?.Value.Contains("nginx", StringComparison.OrdinalIgnoreCase) != false
        && ingress.Annotations.FirstOrDefault(pair => pair.Key == Annotation)?.Value is ({ Value: ['/', ..] } target)
            ? new IngressRewrite(
                ingress,
                target,
                [
                    .. from path in ingress.Rules.SelectMany(rule => rule.Paths)
                    where path is { Path.Value: ['/', ..], Backend: not null } && IsRewritten(path, target)
                    select Path(path, workloads),
                ]
            )
            : null;

    private static bool IsRewritten(IngressPath path, Fact<string> target) =>
        path.PathType?.Value != "Exact" && path.Path?.Value != target.Value;

    private static RewrittenPath Path(IngressPath path, Dictionary<string, Workload> workloads)
    {
        var service = path.Backend?.Service.Value ?? "";
        return new RewrittenPath(path.Path ?? new Fact<string>("/", path.Span), service, workloads.GetValueOrDefault(service));
    }
}
