using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>The pods that Services with one selector lead to, and the ports that they declare: worked out once for all of these Services.</summary>
internal sealed class SelectedPods
{
    private readonly List<PodTemplate> pods;
    private readonly Lazy<List<KubernetesContainer>> containers;
    private readonly Lazy<List<ContainerPort>> declared;
    private readonly Lazy<List<string>> names;
    private readonly Lazy<List<string>> numbers;
    private readonly Lazy<Dictionary<int, ContainerPort>> byNumber;
    private readonly Lazy<Dictionary<string, SourceSpan>> byName;
    private readonly Dictionary<int, SourceSpan?> evidence = [];
    private bool? isKnownToListen;

    public SelectedPods(List<PodTemplate> pods)
    {
        this.pods = pods;
        containers = new(() => [.. pods.SelectMany(Running)]);
        declared = new(() => [.. containers.Value.SelectMany(container => container.Ports)]);
        names = new(() => Distinct(port => port.Name?.Value));
        numbers = new(() => Distinct(port => port.Number?.Value.ToString(CultureInfo.InvariantCulture)));
        byNumber = new(ByNumber);
        byName = new(ByName);
    }

    public int Count => pods.Count;

    public KubernetesContainer First => pods[0].Containers[0];

    public IReadOnlyList<ContainerPort> Declared => declared.Value;

    public IReadOnlyList<string> Names => names.Value;

    public IReadOnlyList<string> Numbers => numbers.Value;

    public ContainerPort? Numbered(int number) => byNumber.Value.GetValueOrDefault(number);

    public SourceSpan? Named(string name) => byName.Value.GetValueOrDefault(name);

    /// <summary>The first place at which something says that one of the containers listens there.</summary>
    public SourceSpan? EvidenceOf(int number, Func<KubernetesContainer, int, SourceSpan?> find)
    {
        if (!evidence.TryGetValue(number, out var found))
        {
            evidence[number] = found = containers
                .Value.Select(container => find(container, number))
                .FirstOrDefault(span => span is not null);
        }

        return found;
    }

    public bool IsKnownToListen(Predicate<KubernetesContainer> listens) => isKnownToListen ??= containers.Value.Exists(listens);

    /// <summary>An init container that is always restarted runs beside the others (Kubernetes documentation, "Sidecar Containers").</summary>
    private static IEnumerable<KubernetesContainer> Running(PodTemplate pod) =>
        pod.Containers.Concat(pod.InitContainers.Where(container => container.RestartPolicy?.Value == "Always"));

    private List<string> Distinct(Func<ContainerPort, string?> text) =>
        [.. declared.Value.Select(text).OfType<string>().Distinct(StringComparer.Ordinal)];

    private Dictionary<int, ContainerPort> ByNumber()
    {
        Dictionary<int, ContainerPort> found = [];
        foreach (var port in declared.Value)
        {
            if (port.Number is { } number)
            {
                found.TryAdd(number.Value, port);
            }
        }

        return found;
    }

    private Dictionary<string, SourceSpan> ByName()
    {
        Dictionary<string, SourceSpan> found = new(StringComparer.Ordinal);
        foreach (var port in pods.SelectMany(pod => pod.Containers).SelectMany(container => container.Ports))
        {
            if (port.Name is { } name)
            {
                found.TryAdd(name.Value, port.Span);
            }
        }

        return found;
    }
}
