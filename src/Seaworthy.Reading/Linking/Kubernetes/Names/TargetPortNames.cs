using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>The ports of pods that Services forward to and probes ask, by name or number.</summary>
/// <remarks>Kubernetes documentation, "Service", "Field targetPort": a name must be that of a port of the pods; a number need not be declared.</remarks>
internal sealed class TargetPortNames(Repository repository, KubernetesStack stack)
{
    // An ingress controller, a gateway, a broker: what has several ports opens more by its own configuration.
    private const string SeveralPorts = "a configuration file opens its ports";

    private const string Undeclared = "containers need not declare every port";

    // Thousands of Services may select the same pods.
    private readonly Dictionary<string, SelectedPods> selected = new(StringComparer.Ordinal);

    private ILookup<SourceSpan, PodTemplate>? pods;

    // By the first container that they lead to.
    private ILookup<SourceSpan, KubernetesService>? services;

    public IEnumerable<NameUse> Find() => OfServices().Concat(OfProbes());

    private IEnumerable<NameUse> OfServices() =>
        from service in stack.Of<KubernetesService>()
        let pods = Pods(service)
        where pods.Count > 0
        from port in service.Ports
        where port.TargetPort is not { } target || !IsFilledIn(target.Value)
        // Without an address of its own it forwards nothing: clients ask the pods themselves.
        where !(service.IsHeadless && KubernetesPorts.Number(port) is not null)
        let use = Of(service, port, pods)
        where use is not null
        select use;

    private SelectedPods Pods(KubernetesService service)
    {
        var key = LabelText.Of(service, service.Selector);
        if (!selected.TryGetValue(key, out var known))
        {
            selected[key] = known = new SelectedPods([
                .. stack
                    .Index.Carrying(service.Selector, service)
                    .Where(workload => KubernetesWorkloads.Selects(service, workload))
                    .Select(workload => workload.Pod)
                    .OfType<PodTemplate>()
                    .Where(pod => pod.Containers.Count > 0),
            ]);
        }

        return known;
    }

    private NameUse? Of(KubernetesService service, ServicePort port, SelectedPods pods)
    {
        var place = port.TargetPort?.Span ?? port.Port?.Span ?? port.Span;
        var number = KubernetesPorts.Number(port);
        var use = new NameUse(
            NameRole.KubernetesTargetPort,
            number?.ToString(CultureInfo.InvariantCulture) ?? port.TargetPort?.Value ?? "",
            place,
            service.Name is { } name ? $"Service {name.Value}" : "the Service",
            null
        )
        {
            Candidates = number is null ? pods.Names : pods.Numbers,
            Related = pods.Declared.Count > 0 ? pods.Declared[0].Span : pods.First.Name.Span,
            In = pods.First.Name.Value,
            UnknownBecause = stack.DoubtWithin,
        };
        return number is { } wanted ? Numbered(use, wanted, pods) : use with { Definition = pods.Named(use.Name) };
    }

    private NameUse? Numbered(NameUse use, int number, SelectedPods pods)
    {
        if (pods.Numbered(number) is { } found)
        {
            return use with { Definition = found.Span };
        }

        if (pods.EvidenceOf(number, Evidence) is { } evidence)
        {
            return use with { Definition = evidence };
        }

        // Nothing is declared to compare with, or it is known where the process listens: that is asked elsewhere.
        return pods.Declared.Count == 0 || pods.IsKnownToListen(container => repository.WorkloadOf(container)?.Listens.Ports.Count > 0)
                ? null
            : use.Candidates.Count > 1 || IsConfigured(pods) ? use with { UnknownBecause = SeveralPorts }
            : IsOfMetrics(use.Subject) || HasOtherWay(pods) ? use with { UnknownBecause = use.UnknownBecause ?? Undeclared }
            : use with { Doubt = Undeclared };
    }

    private bool IsConfigured(SelectedPods selected) => PodsOf(selected.First).Any(pod => pod.Volumes.Any(volume => volume.Keys.Count > 0));

    /// <summary>Libraries that count open a port of their own.</summary>
    private static bool IsOfMetrics(string service) => service.Contains("metric", StringComparison.OrdinalIgnoreCase);

    /// <summary>A Service leads to a port that the pods declare: another port is then one for operators, which nobody declared.</summary>
    private bool HasOtherWay(SelectedPods pods) =>
        (
            services ??= stack
                .Of<KubernetesService>()
                .Where(service => Pods(service).Count > 0)
                .ToLookup(service => Pods(service).First.Name.Span)
        )[pods.First.Name.Span]
            .SelectMany(service => service.Ports)
            .Any(port =>
                KubernetesPorts.Number(port) is { } number
                    ? pods.Numbered(number) is not null
                    : port.TargetPort is { } target && pods.Named(target.Value) is not null
            );

    /// <summary>Where something says that the container does listen there.</summary>
    private SourceSpan? Evidence(KubernetesContainer container, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var workload = repository.WorkloadOf(container);
        return workload?.Listens.Ports.FirstOrDefault(port => port.Port == number)?.Chain[0]
            ?? workload?.Image?.Final.ExposedPorts.FirstOrDefault(port => port.Value == number)?.Span
            ?? workload?.Supplied.FirstOrDefault(variable => variable.Value.Text?.Contains(text, StringComparison.Ordinal) == true)?.Span
            ?? Words(container).FirstOrDefault(word => word.Value.Contains(text, StringComparison.Ordinal))?.Span
            ?? Mounted(container)
                .FirstOrDefault(pair => pair.Value is { } file && WholeWords.Find(file.Value, text, char.IsAsciiLetterOrDigit).Any())
                ?.KeySpan
            ?? container.Probes.FirstOrDefault(probe => probe.Port?.Value == text)?.Port?.Span
            ?? InSource(workload, text)
            ?? Exposed(workload, number)
            ?? (workload?.Public?.Ports.Any(port => port.Number == number) == true ? container.Image?.Span : null);
    }

    /// <summary>Its program has the number: <c>metricsPort = 8381</c>.</summary>
    private static SourceSpan? InSource(Workload? workload, string number) =>
        (
            from component in workload?.Components ?? []
            from file in component.Code
            where !file.IsTest
            from place in file.File.PlacesOf(number)
            select new SourceSpan(file.File, place, number.Length)
        ).FirstOrDefault();

    /// <summary>An image of which only the name is known: that of a directory here, whose Dockerfile exposes the port, or is built on a server of that port.</summary>
    private SourceSpan? Exposed(Workload? workload, int number) =>
        workload is { Image: null, Public: null, ImageName: { } name }
            ? repository
                .Deployment.Images.Where(image =>
                    RepositoryPath.NameOf(image.Dockerfile.File.Directory) is { Length: > 2 } directory
                    && name.EndsWith(directory, StringComparison.Ordinal)
                )
                .Select(image =>
                    image.Final.ExposedPorts.FirstOrDefault(port => port.Value == number)?.Span
                    ?? (image.Final.PublicBase?.Ports.Any(port => port.Number == number) is true ? image.Final.Declared.Span : null)
                )
                .FirstOrDefault(span => span is not null)
            : null;

    /// <summary>The files that ConfigMaps of the stack put into the container.</summary>
    private IEnumerable<KubernetesPair> Mounted(KubernetesContainer container)
    {
        var mounted = container.Mounts.Select(mount => mount.Name.Value).ToHashSet(StringComparer.Ordinal);
        var sources = PodsOf(container)
            .SelectMany(pod => pod.Volumes.Where(volume => mounted.Contains(volume.Name.Value)))
            .SelectMany(volume => volume.Keys)
            .Select(keys => keys.Source.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        return sources.SelectMany(stack.Index.Named<ConfigMap>).SelectMany(map => map.Data);
    }

    private IEnumerable<PodTemplate> PodsOf(KubernetesContainer container)
    {
        pods ??= stack
            .Of<KubernetesWorkload>()
            .Select(workload => workload.Pod)
            .OfType<PodTemplate>()
            .SelectMany(pod => pod.Containers, (pod, one) => new { pod, one.Name.Span })
            .ToLookup(pair => pair.Span, pair => pair.pod);
        return pods[container.Name.Span].Where(pod => pod.Containers.Contains(container));
    }

    private static IEnumerable<Fact<string>> Words(KubernetesContainer container) =>
        new[] { container.Command, container.Args }
            .OfType<ContainerWords>()
            .SelectMany(words => words.Words)
            .Select(word => new Fact<string>(word.Raw, word.Span));

    private IEnumerable<NameUse> OfProbes()
    {
        foreach (var workload in stack.Of<KubernetesWorkload>())
        {
            foreach (var container in workload.Pod?.Containers ?? [])
            {
                foreach (var probe in container.Probes)
                {
                    if (
                        probe.Port is { Value.Length: > 0 } port
                        && !IsFilledIn(port.Value)
                        && !int.TryParse(port.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                    )
                    {
                        yield return OfProbe(workload, container, probe, port);
                    }
                }
            }
        }
    }

    /// <summary><c>${PORT:-5672}</c> and the like: something fills the manifest in before it is applied.</summary>
    private static bool IsFilledIn(string port) => port.AsSpan().ContainsAny("${<%@");

    private NameUse OfProbe(KubernetesWorkload workload, KubernetesContainer container, KubernetesProbe probe, Fact<string> port) =>
        new(
            NameRole.KubernetesTargetPort,
            port.Value,
            port.Span,
            $"{probe.Name} of {workload.Name?.Value}",
            container.Ports.FirstOrDefault(declared => declared.Name?.Value == port.Value)?.Span
        )
        {
            Candidates = [.. container.Ports.Select(declared => declared.Name?.Value).OfType<string>()],
            Related = container.Ports.Count > 0 ? container.Ports[0].Span : container.Name.Span,
            In = container.Name.Value,
            UnknownBecause = stack.DoubtWithin,
        };
}
