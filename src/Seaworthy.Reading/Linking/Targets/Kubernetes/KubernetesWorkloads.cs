using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets.Probes;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>The containers of one stack's pods as workloads.</summary>
internal sealed class KubernetesWorkloads(
    KubernetesStack stack,
    KeySetIndex keySets,
    ImageNames images,
    JvmBuiltImages built,
    ListeningLinker listening
)
{
    // Of one stack at a time, in one go.
    private readonly Dictionary<string, SelectingServices> selecting = new(StringComparer.Ordinal);
    private readonly Dictionary<ServicePort, UndeclaredBinding> undeclared = new(ReferenceEqualityComparer.Instance);

    /// <summary>The containers of an object that makes pods; the first, or the one named like the object, has the object's name.</summary>
    public IEnumerable<Workload> Of(KubernetesWorkload owner, string target, TargetEnvironment environment)
    {
        if (owner.Pod is not { } pod || owner.Name is not { } name)
        {
            return [];
        }

        var main = pod.Containers.FirstOrDefault(container => container.Name.Value == name.Value) ?? pod.Containers.FirstOrDefault();
        var services = Selecting(owner, pod);
        return pod
            .Containers.Concat(pod.InitContainers)
            .Select(container =>
                Workload(owner, pod, container, services) with
                {
                    Name = ReferenceEquals(container, main) ? name.Value : $"{name.Value}/{container.Name.Value}",
                    TargetName = target,
                    Environment = environment,
                }
            );
    }

    private SelectingServices Selecting(KubernetesWorkload owner, PodTemplate pod)
    {
        var key = LabelText.Of(owner, pod.Labels);
        if (selecting.TryGetValue(key, out var known))
        {
            return known;
        }

        var services = stack.Index.Selecting(owner).Where(service => Selects(service, owner)).ToList();
        return selecting[key] = new SelectingServices(services, HostNames(services), RenamedHosts(services));
    }

    public static bool Selects(KubernetesService service, KubernetesWorkload owner) =>
        service.Selector.Count > 0
        && owner.Pod is { } pod
        && KubernetesStack.MayMeet(service, owner)
        && service.Selector.All(wanted => pod.Labels.Any(label => label.Key == wanted.Key && label.Value?.Value == wanted.Value?.Value));

    private Workload Workload(KubernetesWorkload owner, PodTemplate pod, KubernetesContainer container, SelectingServices selected)
    {
        var image = container.Image is { } written
            ? images.Find(written.Value, container.Name.Value, owner.Name?.Value) ?? images.Find(container)
            : null;
        var isInit = pod.InitContainers.Contains(container) && container.RestartPolicy?.Value is not "Always";
        var leading = isInit ? [] : Leading(pod, container, selected);
        var workload = new Workload
        {
            Name = container.Name.Value,
            TargetName = stack.Name,
            Kind = TargetKind.Kubernetes,
            Span = container.Name.Span,
            Image = image,
            Reference = container.Image is { } reference
                ? new Fact<Resolved>(Resolved.Known(reference.Value, reference.Span), reference.Span)
                : null,
            Public = image is null && container.Image is { } pulled ? PublicImages.Find(pulled.Value) : null,
            Components = image?.Components ?? built.Find(container.Image?.Value),
            Start = KubernetesStart.Of(container, image),
            Ports = isInit ? [] : [.. KubernetesPorts.Bindings(pod, container, selected.Services, undeclared)],
            Mounts = [.. KubernetesMounts.Of(stack, owner, pod, container)],
            HostNames = ReferenceEquals(leading, selected.Services) ? selected.HostNames : HostNames(leading),
            RenamedHosts = ReferenceEquals(leading, selected.Services) ? selected.RenamedHosts : RenamedHosts(leading),
            User = User(pod, container),
            IsReadOnly = container.Security?.ReadOnlyRootFilesystem?.Value == true,
            ReadOnlyRoot = container.Security?.ReadOnlyRootFilesystem?.Span,
            Checks =
            [
                .. container.Probes.Concat(new[] { container.PreStop }.OfType<KubernetesProbe>()).SelectMany(probe => probe.Commands),
            ],
            HostNetwork = pod.HostNetwork is { Value: true } host ? host.Span : null,
            Sidecars = [.. pod.Containers.Where(other => !ReferenceEquals(other, container)).Select(other => other.Name.Value)],
            IsOneShot = owner.IsOneShot || isInit,
            Replicas = isInit ? null : owner.Replicas,
            Resources = Resources(container),
        };
        var supplied = new KubernetesSupply(keySets, owner.Namespace?.Value).Supply(container, workload);
        return supplied with
        {
            Listens = listening.Of(supplied),
            Probes = ProbeMentions.Mark(supplied, KubernetesProbes.Of(container, supplied)),
        };
    }

    private static WorkloadResources Resources(KubernetesContainer container) =>
        new()
        {
            MemoryLimit = Amount(container.Limits, "memory", ResourceAmount.KubernetesMebibytes),
            ProcessorLimit = Amount(container.Limits, "cpu", ResourceAmount.Processors),
            MemoryRequest = Amount(container.Requests, "memory", ResourceAmount.KubernetesMebibytes),
            ProcessorRequest = Amount(container.Requests, "cpu", ResourceAmount.Processors),
        };

    private static Fact<decimal>? Amount(IReadOnlyList<KubernetesPair> pairs, string key, Func<string?, decimal?> read) =>
        pairs.FirstOrDefault(pair => pair.Key == key) is { Value: { } written } pair && read(written.Value) is { } amount
            ? new Fact<decimal>(amount, pair.Span)
            : null;

    /// <summary>The container's own word counts over the pod's; a demand not to be root is as good as a user.</summary>
    private static Fact<string>? User(PodTemplate pod, KubernetesContainer container) =>
        (container.Security?.RunAsUser ?? pod.Security?.RunAsUser) is { } user ? new Fact<string>($"{user.Value}", user.Span)
        : (container.Security?.RunAsNonRoot ?? pod.Security?.RunAsNonRoot) is { Value: true } demand
            ? new Fact<string>("non-root", demand.Span)
        : null;

    /// <summary>The Services that lead to this container.</summary>
    private static IReadOnlyList<KubernetesService> Leading(PodTemplate pod, KubernetesContainer container, SelectingServices selected) =>
        pod.Containers.Count == 1 ? selected.Services : [.. selected.Services.Where(service => IsLedTo(service, pod, container))];

    /// <summary>Text in variables is not touched by a kustomization's prefix, the names are.</summary>
    private IReadOnlyList<string> HostNames(IReadOnlyList<KubernetesService> leading) =>
        [
            .. leading
                .Select(service => service.Name?.Value)
                .OfType<string>()
                .SelectMany(name => new[] { name, stack.NamePrefix + name + stack.NameSuffix })
                .Distinct(StringComparer.Ordinal),
        ];

    private Dictionary<string, string> RenamedHosts(IReadOnlyList<KubernetesService> leading)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (var name in leading.Select(service => service.Name).OfType<Fact<string>>())
        {
            if (stack.FinalNames.GetValueOrDefault(name.Span) is { } final)
            {
                found[name.Value] = final;
            }
        }

        return found;
    }

    private static bool IsLedTo(KubernetesService service, PodTemplate pod, KubernetesContainer container) =>
        service.Ports.Any(port => KubernetesPorts.Target(port, pod)?.Container is { } led && ReferenceEquals(led, container))
        || (service.Ports.Count == 0 && ReferenceEquals(pod.Containers[0], container));
}
