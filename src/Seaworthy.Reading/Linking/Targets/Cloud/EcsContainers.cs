using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>The containers of one task of Amazon ECS.</summary>
/// <remarks>Source: Amazon ECS documentation, "Task definition parameters"; Elastic Load Balancing documentation, "Health checks for your target groups".</remarks>
internal static class EcsContainers
{
    /// <param name="definitions">The list of containers.</param>
    /// <param name="family">The name of the task.</param>
    /// <param name="balanced">What load balancers lead to.</param>
    public static IEnumerable<CloudContainer> Of(CloudValue? definitions, string family, IReadOnlyList<BalancedPort> balanced)
    {
        var containers = (definitions?.Items ?? []).OfType<CloudValue.Map>().ToList();
        var names = containers.ConvertAll(container => container["name"]?.Known ?? "");
        return containers.Select(
            (container, index) =>
                Of(container, family, [.. balanced.Where(port => port.Container.Value == names[index])]) with
                {
                    Sidecars = [.. names.Where((name, other) => other != index && name.Length > 0)],
                }
        );
    }

    private static CloudContainer Of(CloudValue.Map container, string family, IReadOnlyList<BalancedPort> balanced) =>
        new(container["name"]?.Known ?? family, container["name"]?.Span ?? container.Span)
        {
            Owner = family,
            Image = container["image"],
            EntryPoint = container["entryPoint"],
            Command = container["command"],
            Variables = [.. CloudValues.Named(container["environment"]), .. CloudValues.Named(container["secrets"])],
            MoreVariablesBecause =
                container.MoreBecause
                ?? container["environment"]?.MoreBecause
                ?? container["secrets"]?.MoreBecause
                ?? (container["environmentFiles"] is not null ? "an environment file outside the repository may set more" : null),
            Ports =
            [
                .. balanced
                    .Where(port => port.Port is not null)
                    .Select(port =>
                        CloudValues.Binding(port.Port?.Value ?? 0, "the load balancer forwards to", port.Port?.Span ?? port.Span)
                    ),
                .. (container["portMappings"]?.Items ?? [])
                    .Where(mapping => mapping["containerPort"]?.Number is not null)
                    .Select(mapping =>
                        CloudValues.Binding(
                            mapping["containerPort"]?.Number ?? 0,
                            "containerPort states",
                            mapping["containerPort"]?.Span ?? mapping.Span,
                            isInformational: true
                        )
                    ),
            ],
            Probes = [.. balanced.Select(port => port.Probe).OfType<Probe>()],
            Check = container["healthCheck"]?["command"],
            Mounts =
            [
                .. (container["mountPoints"]?.Items ?? [])
                    .Where(mount => mount["containerPath"]?.Known is not null)
                    .Select(mount => new Mount(
                        MountKind.Volume,
                        mount["sourceVolume"]?.Known,
                        mount["containerPath"]?.Known ?? "",
                        mount["readOnly"]?.Known == "true",
                        mount.Span
                    )),
            ],
        };
}
