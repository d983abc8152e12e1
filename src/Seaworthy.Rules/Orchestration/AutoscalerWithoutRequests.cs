using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An autoscaler looks at a share of what its pods request, and they request nothing.</summary>
internal sealed class AutoscalerWithoutRequests : Rule<AutoscalerWithoutRequests.Scaled>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/autoscaler-without-requests",
            Title = "Autoscaler on the use of a resource that no container requests",
            Area = Area.Scaling,
            Severity = Severity.High,
            Rationale = "A share of nothing cannot be computed: the autoscaler never adds a replica.",
            Holds = "The containers request the resource that the autoscaler looks at.",
        };

    public override IEnumerable<AutoscalerWithoutRequests.Scaled> Subjects(Deployment deployment) =>
        from stack in deployment.KubernetesStacks
        where stack.PartialBecause is null && !stack.Objects.Any(found => found.Kind.Value == "LimitRange")
        from autoscaler in stack.Of<Autoscaler>()
        where autoscaler.Metrics.Any(metric => metric.IsUtilization) && Pod(stack, autoscaler) is not null
        select new Scaled(stack, autoscaler);

    protected override Subject Identify(AutoscalerWithoutRequests.Scaled subject) =>
        new($"{subject.Autoscaler.Kind.Value} {subject.Autoscaler.Name?.Value}", subject.Autoscaler.Name?.Span ?? subject.Autoscaler.Span);

    protected override IEnumerable<Verdict> Check(AutoscalerWithoutRequests.Scaled subject, Deployment deployment)
    {
        foreach (var metric in subject.Autoscaler.Metrics.Where(metric => metric.IsUtilization))
        {
            var resource = metric.Type.Value is "cpu" or "memory" ? metric.Type.Value : metric.Name?.Value;
            var lacking = (Pod(subject.Stack, subject.Autoscaler)?.Containers ?? [])
                .Where(container => !Requests(container, resource))
                .ToList();
            if (lacking.Count > 0)
            {
                yield return Fail(
                        metric.Name?.Span ?? metric.Span,
                        $"{subject.Autoscaler.Name?.Value} scales by the use of {resource}, but the container {lacking[0].Name.Value} of {subject.Autoscaler.Target?.Name.Value} requests none."
                    )
                    .Related(lacking.Select(container => container.Name.Span), "no request here")
                    .Remedy(
                        $"Add `resources.requests.{resource}` to {string.Join(", ", lacking.Select(container => container.Name.Value))}."
                    )
                    .Verify($"git grep -n requests: -- {lacking[0].Name.Span.File.Path}   # must find it beside {lacking[0].Name.Value}");
            }
        }
    }

    // A limit without a request is taken for the request, too.
    private static bool Requests(KubernetesContainer container, string? resource) =>
        container.Requests.Concat(container.Limits).Any(pair => pair.Key == resource);

    private static PodTemplate? Pod(KubernetesStack stack, Autoscaler autoscaler) =>
        stack
            .Of<KubernetesWorkload>()
            .Where(workload =>
                workload.Name?.Value == autoscaler.Target?.Name.Value
                && workload.Kind.Value == (autoscaler.Target?.Kind?.Value ?? "Deployment")
                && KubernetesStack.MayMeet(workload, autoscaler)
            )
            // Of several that bear the name, the one it was written with.
            .OrderByDescending(workload => workload.Span.File == autoscaler.Span.File ? 1 : 0)
            .FirstOrDefault()
            ?.Pod;

    /// <summary>An autoscaler of a stack that scales by use.</summary>
    internal sealed record Scaled(KubernetesStack Stack, Autoscaler Autoscaler);
}
