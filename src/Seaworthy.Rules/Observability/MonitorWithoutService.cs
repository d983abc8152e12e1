using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>The selector of a ServiceMonitor matches no Service, or no port of those that it matches has the name of its endpoint.</summary>
internal sealed class MonitorWithoutService : Rule<MonitorWithoutService.Monitor>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/monitor-without-service",
            Title = "ServiceMonitor without matching Service",
            Area = Area.Observability,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Prometheus finds no target and reports no error: dashboards stay empty and alerts never fire.",
            Holds = "The monitor selects a Service and one of its ports.",
        };

    public override IEnumerable<Monitor> Subjects(Deployment deployment) =>
        from stack in deployment.KubernetesStacks.Concat(deployment.All<ChartRendering>().SelectMany(chart => chart.Optional))
        from monitor in stack.Of<ServiceMonitor>()
        where monitor is { Kind.Value: "ServiceMonitor", Selector: { HasExpressions: false, MatchLabels.Count: > 0 } }
        group new Monitor(stack, monitor) by monitor.Span into same
        select same.First();

    protected override Subject Identify(Monitor subject) => new(subject.Object.ToString(), subject.Object.Span);

    protected override IEnumerable<Verdict> Check(Monitor subject, Deployment deployment)
    {
        if (subject is not { Stack: var stack, Object: { Selector: { } selector } monitor })
        {
            yield break;
        }

        var near = stack.Of<KubernetesService>().Where(service => IsInReach(monitor, service)).ToList();
        var matching = near.FindAll(service => selector.Matches(service.Labels));
        if (matching.Count > 0)
        {
            foreach (var verdict in Ports(monitor, matching, deployment))
            {
                yield return verdict;
            }
        }
        else if (Elsewhere(subject, selector, deployment) is { } doubt)
        {
            yield return Unknown(selector.Span, $"Unknown which Service {monitor} selects: {doubt}.");
        }
        // Labels of the pods behind a Service are the usual mistake; other labels may be of a program that is installed from elsewhere.
        else if (near.Find(service => Means(service, selector, monitor)) is { } meant)
        {
            yield return Fail(
                    selector.Span,
                    $"{monitor} selects Services with {Labels(selector.MatchLabels)}, but {meant} has {Labels(meant.Labels)}."
                )
                .Related(meant.Labels is [var first, ..] ? first.Span : meant.Name?.Span)
                .Remedy(
                    $"Select labels that the Service has in {selector.Span}, or write {Labels(selector.MatchLabels)} in the labels of {meant} ({meant.Name?.Span})."
                )
                .Verify(TreeCheck.GoneOr(selector.Span, Command(selector, deployment)));
        }
        else
        {
            yield return Unknown(selector.Span, $"Unknown which Service {monitor} selects: it may be installed from elsewhere.");
        }
    }

    private IEnumerable<Verdict> Ports(ServiceMonitor monitor, List<KubernetesService> matching, Deployment deployment)
    {
        foreach (var port in monitor.Endpoints.Select(endpoint => endpoint.Port).OfType<Fact<string>>())
        {
            var ports = matching.SelectMany(service => service.Ports).ToList();
            if (ports.Count > 0 && !ports.Exists(known => known.Name?.Value == port.Value))
            {
                var names = ports.Select(known => known.Name?.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
                yield return Fail(
                        port.Span,
                        $"{monitor} scrapes the port `{port.Value}`, but {matching[0]} {(names.Count == 0 ? "names no port" : $"names {string.Join(", ", names.Select(name => $"`{name}`"))}")}."
                    )
                    .Related(matching[0].Ports is [var first, ..] ? first.Span : matching[0].Span)
                    .Remedy(
                        names.Count == 0
                            ? $"Give the port of {matching[0]} the name `{port.Value}` ({ports[0].Span})."
                            : $"Write the name of a port of {matching[0]} in {port.Span}."
                    )
                    .Verify(
                        $"{TargetCommand.KubectlAt(matching[0].Span, deployment)} get service {matching[0].Name?.Value} -o {"jsonpath={.spec.ports[*].name}"} | grep -w {port.Value}"
                    );
            }
        }
    }

    private static CommandText Command(LabelSelector selector, Deployment deployment) =>
        $"{TargetCommand.KubectlAt(selector.Span, deployment)} get services -o name -l {string.Join(',', selector.MatchLabels.Select(label => $"{label.Key}={label.Value?.Value}"))} | grep service/";

    private static bool IsInReach(ServiceMonitor monitor, KubernetesService service) =>
        monitor.Namespaces.Count == 0
            ? KubernetesStack.MayMeet(monitor, service)
            : service.Namespace is not { } space || monitor.Namespaces.Any(name => name.Value == space.Value);

    private static string? Elsewhere(Monitor subject, LabelSelector selector, Deployment deployment) =>
        subject.Stack.DoubtOf("Service")
        ?? deployment
            .KubernetesStacks.Where(stack => stack != subject.Stack)
            .SelectMany(stack => stack.Of<KubernetesService>())
            .Where(service => selector.Matches(service.Labels))
            .Select(service => $"{service.Span.File.Path} has one, and may be applied as well")
            .FirstOrDefault();

    private static bool Means(KubernetesService service, LabelSelector selector, ServiceMonitor monitor) =>
        (service.Selector.Count > 0 && selector.Matches(service.Selector))
        || (service.Name is { } name && name.Value == monitor.Name?.Value)
        || selector.MatchLabels.Any(label => label.Value?.Value == service.Name?.Value);

    private static string Labels(IReadOnlyList<KubernetesPair> labels) =>
        labels.Count == 0 ? "no label" : string.Join(", ", labels.Select(label => $"`{label.Key}: {label.Value?.Value}`"));

    /// <summary>A monitor, and what it is applied with.</summary>
    internal sealed record Monitor(KubernetesStack Stack, ServiceMonitor Object);
}
