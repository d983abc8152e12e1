using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Deployment whose pods serve requests, and no Service leads to them.</summary>
/// <remarks>Source: Kubernetes documentation, "Service": pods come and go with their addresses; a name and an address that stay are those of a Service.</remarks>
internal sealed class DeploymentWithoutService : Rule<DeployedPod>
{
    private const int LeastOrdinary = 1024;

    // Ports by which something else than a user asks.
    private static readonly string[] Aside = ["metric", "health", "probe", "admin", "debug", "prom", "management", "webhook", "monitor"];

    private static readonly HashSet<int> Ordinary = [80, 443, 3000, 4000, 5000, 8000, 8080, 8443];

    private static readonly PerDeployment<ILookup<SourceSpan, Workload>> WorkloadsBySpan = new(deployment =>
        deployment.Workloads.Where(workload => workload.Kind == TargetKind.Kubernetes).ToLookup(workload => workload.Span)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/deployment-without-service",
            Title = "Deployment without Service",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "The pods run and pass their probes, but no request reaches them: they have no stable name or address.",
            Holds = "A Service leads to the pods.",
        };

    public override IEnumerable<DeployedPod> Subjects(Deployment deployment) =>
        DeployedPod
            .In(deployment)
            .Where(pod =>
                pod.Workload is { Kind.Value: "Deployment", Name: not null, IsDeletion: false }
                && pod.Stack.DoubtOf("Service") is null
                && pod.Template.Labels.Count > 0
                && pod.Template.Containers.All(container => container.Image is not null)
                && !FilePurposes.Has(pod.Workload.Span.File.Path, FilePurpose.Test | FilePurpose.Shown | FilePurpose.Retired)
                && Serving(pod, deployment) is not null
            )
            .DistinctBy(pod => pod.Workload.Span);

    protected override Subject Identify(DeployedPod subject) => subject.Subject;

    protected override IEnumerable<Verdict> Check(DeployedPod subject, Deployment deployment)
    {
        if (Serving(subject, deployment) is not { Number: { } number } port || IsReached(subject, deployment))
        {
            yield break;
        }

        yield return Warn(
                subject.Workload.Name?.Span ?? subject.Workload.Span,
                $"Deployment {subject.Name} listens on port {number.Value}, but no Service selects its pods."
            )
            .Related(port.Span, "the port")
            .Related(subject.Template.Labels[0].Span, "the labels of its pods")
            .Remedy(
                $"Add a Service with the selector `{subject.Template.Labels[0].Key}: {subject.Template.Labels[0].Value?.Value}` and the target port {number.Value} beside {subject.Workload.Span.File.Path}."
            )
            .Verify($"git grep -nE '^kind: Service *$' -- {Beside(subject.Workload.Span.File.Directory)}   # must find it");
    }

    private static string Beside(string directory) => directory.Length == 0 ? "." : directory;

    /// <summary>The port on which users or other pods ask; null for workers, and where source is known that serves no route.</summary>
    private static ContainerPort? Serving(DeployedPod pod, Deployment deployment)
    {
        var workloads = WorkloadsBySpan.Of(deployment);
        var components = pod
            .Template.Containers.SelectMany(container => workloads[container.Name.Span])
            .SelectMany(workload => workload.Components)
            .ToList();
        return
            components.Count > 0 && !components.Exists(component => component.IsStaticSite || component.Routes.Any(route => !route.IsAside))
            ? null
            : pod.Template.Containers.SelectMany(container => container.Ports).FirstOrDefault(IsForUsers);
    }

    private static bool IsForUsers(ContainerPort port) =>
        port is { Number: { } number, Protocol: "TCP", HostPort: null }
        && (
            port.Name is { Value: var name }
                ? !Array.Exists(Aside, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
                    && (
                        name.Contains("http", StringComparison.OrdinalIgnoreCase)
                        || Ordinary.Contains(number.Value)
                        || number.Value < LeastOrdinary
                    )
                : Ordinary.Contains(number.Value)
        );

    /// <summary>A Service of any directory, the network of the node, or a command leads there.</summary>
    private static bool IsReached(DeployedPod pod, Deployment deployment) =>
        pod.Template.HostNetwork is { Value: true }
        || pod.Template.Containers.SelectMany(container => container.Ports).Any(port => port.HostPort is not null)
        || ServiceSelectors.Of(deployment).Candidates(pod).Any(service => Leads(service, pod))
        || ServiceSelectors.Of(deployment).IsMadeByCommand;

    private static bool Leads(KubernetesService service, DeployedPod pod) =>
        service.Selector.Count > 0
        && service.Selector.All(wanted =>
            wanted.Value?.Value is { } value
            && (
                value.Contains("{{", StringComparison.Ordinal)
                || pod.Template.Labels.Any(label => label.Key == wanted.Key && label.Value?.Value == value)
            )
        );
}
