using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Service selects pods that declare other ports, and not those of the workload that has its name and its ports.</summary>
internal sealed class ServiceSelectsOtherPods : Rule<ServiceSelectsOtherPods.Selecting>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/service-selects-other-pods",
            Title = "Service selects wrong pods",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The Service sends its traffic to pods that do not listen on its ports, and the pods that do get none.",
            Holds = "The Service selects the pods of its own workload, or pods with its ports.",
        };

    public override IEnumerable<Selecting> Subjects(Deployment deployment) =>
        from stack in deployment.KubernetesStacks
        where stack.DoubtWithin is null
        from service in stack.Of<KubernetesService>()
        where service is { Selector.Count: > 0, Ports.Count: > 0 }
        let own = stack
            .Index.Named<KubernetesWorkload>(service.Name?.Value ?? "")
            .FirstOrDefault(workload => KubernetesStack.MayMeet(service, workload))
        where own is { IsOneShot: false, Pod: not null }
        select new Selecting(stack, service, own);

    protected override Subject Identify(Selecting subject) =>
        new($"Service {subject.Service.Name?.Value}", subject.Service.SelectorSpan ?? subject.Service.Span);

    protected override IEnumerable<Verdict> Check(Selecting subject, Deployment deployment)
    {
        var (stack, service, own) = subject;
        var wanted = service.Ports.Select(TargetOf).OfType<string>().ToList();
        var selected = stack
            .Index.Carrying(service.Selector, service)
            .Where(workload => workload is { IsOneShot: false, Pod: { } pod } && IsSelected(pod, service))
            .ToList();
        if (
            wanted.Count < service.Ports.Count
            || selected is not [var first, ..]
            || selected.Contains(own)
            || !wanted.TrueForAll(port => Declares(own, port))
            || !selected.TrueForAll(workload => DeclaresOther(workload, wanted))
        )
        {
            yield break;
        }

        var labels = own.Pod?.Labels ?? [];
        yield return Fail(
                service.SelectorSpan ?? service.Selector[0].Span,
                $"Service {service.Name?.Value} selects the pods of {NameList.Of([.. selected.Select(NameOf).Distinct(StringComparer.Ordinal)], 3)}, which do not declare its {(wanted.Count == 1 ? "port" : "ports")} {string.Join(", ", wanted)}; {own.Kind.Value} {NameOf(own)} does, but has other labels."
            )
            .Related(labels.Count > 0 ? labels[0].Span : own.Span, "the labels of its own pods")
            .Related(first.Pod?.Labels.Count > 0 ? first.Pod.Labels[0].Span : first.Span, "selected instead")
            .Remedy(
                $"Write {string.Join(", ", labels.Select(label => $"`{label.Key}: {label.Value?.Value}`"))} in the selector at {service.SelectorSpan ?? service.Span}."
            )
            .VerifyGone();
    }

    private static string NameOf(KubernetesWorkload workload) => workload.Name?.Value ?? workload.Kind.Value;

    private static bool IsSelected(PodTemplate pod, KubernetesService service) =>
        service.Selector.All(wanted => pod.Labels.Any(label => label.Key == wanted.Key && label.Value?.Value == wanted.Value?.Value));

    /// <summary>A number or the name of a port; null when it cannot be read.</summary>
    private static string? TargetOf(ServicePort port) =>
        port.TargetPort is { } target ? target.Value : port.Port?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<ContainerPort> PortsOf(KubernetesWorkload workload) =>
        (workload.Pod?.Containers ?? []).SelectMany(container => container.Ports);

    private static bool Declares(KubernetesWorkload workload, string port) => PortsOf(workload).Any(declared => Is(declared, port));

    // Pods that declare none may listen on any.
    private static bool DeclaresOther(KubernetesWorkload workload, List<string> wanted) =>
        PortsOf(workload).Any() && !PortsOf(workload).Any(declared => wanted.Exists(port => Is(declared, port)));

    private static bool Is(ContainerPort declared, string port) =>
        declared.Name?.Value == port || declared.Number?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) == port;

    /// <summary>A Service, and the workload of the same name.</summary>
    internal sealed record Selecting(KubernetesStack Stack, KubernetesService Service, KubernetesWorkload Own);
}
