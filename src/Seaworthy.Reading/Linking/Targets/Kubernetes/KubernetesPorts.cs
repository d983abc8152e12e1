using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>Which ports Services lead to which container of a pod.</summary>
internal static class KubernetesPorts
{
    /// <summary>The number that a Service's port leads to, and the container that is meant; null where a name leads nowhere.</summary>
    public static (int Number, KubernetesContainer Container)? Target(ServicePort port, PodTemplate pod)
    {
        if (pod.Containers.Count == 0)
        {
            return null;
        }

        if (port.TargetPort is { } target && !int.TryParse(target.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return Named(pod, target.Value) is ({ } holder, { Number: { } found }) ? (found.Value, holder) : null;
        }

        // With several containers, only one that declares the number is known to be meant.
        return Number(port) is { } number && (Declaring(pod, number) ?? (IsAlone(pod) ? pod.Containers[0] : null)) is { } meant
            ? (number, meant)
            : null;
    }

    // An init container that is always restarted runs beside the others. Source: Kubernetes, "Sidecar Containers".
    private static bool IsAlone(PodTemplate pod) =>
        pod.Containers.Count == 1 && pod.InitContainers.All(container => container.RestartPolicy?.Value != "Always");

    /// <summary>A port of a pod by its name.</summary>
    public static (KubernetesContainer Container, ContainerPort Port)? Named(PodTemplate pod, string name)
    {
        foreach (var container in pod.Containers)
        {
            if (container.Ports.FirstOrDefault(port => port.Name?.Value == name) is { } found)
            {
                return (container, found);
            }
        }

        return null;
    }

    /// <summary>The number that is forwarded to; without <c>targetPort</c> the Service's own.</summary>
    public static int? Number(ServicePort port) =>
        port.TargetPort is not { } target ? port.Port?.Value
        : int.TryParse(target.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    /// <param name="undeclared">Bindings to ports that no container declares: they are the same for all pods that a Service selects.</param>
    public static IEnumerable<PortBinding> Bindings(
        PodTemplate pod,
        KubernetesContainer container,
        IEnumerable<KubernetesService> services,
        Dictionary<ServicePort, UndeclaredBinding> undeclared
    )
    {
        foreach (var service in services)
        {
            foreach (var port in service.Ports)
            {
                if (Target(port, pod) is { } target && ReferenceEquals(target.Container, container))
                {
                    yield return Declared(container, target.Number) is { } declared
                        ? Binding(service, port, target.Number) with
                        {
                            Chain = [declared.Span],
                        }
                        : Undeclared(service, port, target.Number, undeclared);
                }
            }
        }

        foreach (var port in container.Ports)
        {
            if (port.Number is { } number)
            {
                yield return new PortBinding(
                    null,
                    number.Value,
                    null,
                    port.Protocol.ToLowerInvariant(),
                    "containerPort states",
                    number.Span
                )
                {
                    IsInformational = true,
                };
            }
        }
    }

    private static PortBinding Undeclared(
        KubernetesService service,
        ServicePort port,
        int number,
        Dictionary<ServicePort, UndeclaredBinding> known
    )
    {
        // A Service that was renamed has the ports of the other.
        if (!known.TryGetValue(port, out var found) || !ReferenceEquals(found.Service, service))
        {
            known[port] = found = new UndeclaredBinding(service, Binding(service, port, number));
        }

        return found.Binding;
    }

    private static PortBinding Binding(KubernetesService service, ServicePort port, int number) =>
        new(
            port.Port?.Value,
            number,
            null,
            port.Protocol.ToLowerInvariant(),
            $"Service {service.Name?.Value} forwards to",
            port.TargetPort?.Span ?? port.Port?.Span ?? port.Span
        )
        {
            OpenedBy = service.IsOpen ? service.Type : null,
        };

    private static ContainerPort? Declared(KubernetesContainer container, int number) =>
        container.Ports.FirstOrDefault(port => port.Number?.Value == number);

    private static KubernetesContainer? Declaring(PodTemplate pod, int number) =>
        pod.Containers.FirstOrDefault(container => Declared(container, number) is not null);
}
