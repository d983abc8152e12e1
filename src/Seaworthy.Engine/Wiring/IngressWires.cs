using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Wiring;

/// <summary>The hosts and paths by which an Ingress lets the world in. A backend that no workload stands behind is for a rule to judge, not for a picture.</summary>
internal static class IngressWires
{
    public static void Add(WiringDraft draft, Deployment deployment)
    {
        var targets = deployment
            .Targets.Where(target => target.Kind == TargetKind.Kubernetes)
            .ToLookup(target => target.Name, StringComparer.Ordinal);
        foreach (var stack in deployment.KubernetesStacks)
        {
            var workloads = targets[stack.Name].SelectMany(target => target.Workloads).ToList();
            foreach (var rule in stack.Of<Ingress>().SelectMany(ingress => ingress.Rules))
            {
                foreach (var path in rule.Paths)
                {
                    Add(draft, stack.Name, rule, path, workloads);
                }
            }
        }
    }

    private static void Add(WiringDraft draft, string target, IngressRule rule, IngressPath path, List<Workload> workloads)
    {
        if (path.Backend is { } backend && workloads.Find(workload => workload.HostNames.Contains(backend.Service.Value)) is { } workload)
        {
            var entry = draft.Add(target, rule.Host?.Value ?? "any host", WireNodeKind.Entry);
            draft.Add(
                new Wire(entry.Id, draft.Add(workload).Id, path.Path?.Value ?? "/", null)
                {
                    FromPlace = backend.Span,
                    ToPlace = workload.Span,
                }
            );
        }
    }
}
