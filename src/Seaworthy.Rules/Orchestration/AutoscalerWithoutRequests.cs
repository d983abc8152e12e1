using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An autoscaler measures utilization, and the pods request nothing of that resource.</summary>
internal sealed class AutoscalerWithoutRequests : Rule<AutoscalerWithoutRequests.Scaled>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/autoscaler-without-requests",
            Title = "Autoscaler without resource requests",
            Area = Area.Scaling,
            Severity = Severity.High,
            Rationale = "Utilization is a share of the request: without one the autoscaler never adds a replica.",
            Holds = "The containers request the resource that the autoscaler measures.",
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
                        $"{subject.Autoscaler.Name?.Value} scales on {resource} utilization, but container `{lacking[0].Name.Value}` of {subject.Autoscaler.Target?.Name.Value} has no {resource} request."
                    )
                    .Related(lacking.Select(container => container.Name.Span), "no request")
                    .Remedy(
                        $"Add `resources.requests.{resource}` to {string.Join(", ", lacking.Select(container => container.Name.Value))}."
                    )
                    .Verify($"git grep -n requests: -- {lacking[0].Name.Span.File.Path}   # must find it beside {lacking[0].Name.Value}");
            }
        }
    }

    // A limit without a request counts as the request.
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
            // Of several with that name, the one in the same file.
            .OrderByDescending(workload => workload.Span.File == autoscaler.Span.File ? 1 : 0)
            .FirstOrDefault()
            ?.Pod;

    /// <summary>An autoscaler of a stack that scales on utilization.</summary>
    internal sealed record Scaled(KubernetesStack Stack, Autoscaler Autoscaler);
}
