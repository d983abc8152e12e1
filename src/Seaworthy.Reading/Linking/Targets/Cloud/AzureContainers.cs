using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Bicep;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>The containers that a resource of Bicep runs.</summary>
/// <remarks>
/// Sources: Azure resource reference, "Microsoft.App containerApps", "Microsoft.App jobs", "Microsoft.ContainerInstance containerGroups"; Azure Container Apps, "Health probes",
/// "Ingress in Azure Container Apps".
/// </remarks>
internal sealed class AzureContainers(AzdServices services, AzureSites sites, string? moreBecause)
{
    // What azd and the quick starts run until there is an image.
    private static readonly string[] Placeholders = ["mcr.microsoft.com/azuredocs/", "mcr.microsoft.com/k8se/quickstart"];

    public IEnumerable<CloudContainer> Of(BicepResource resource)
    {
        var service = services.Of(resource.Body);
        var found = resource.Kind switch
        {
            AzureKinds.ContainerApp => ContainerApp(resource),
            AzureKinds.Job => ContainerApp(resource).Select(container => container with { IsOneShot = true, Ports = [], Probes = [] }),
            AzureKinds.ContainerGroup => ContainerGroup(resource),
            AzureKinds.Site => sites.Of(resource, service),
            _ => [],
        };
        return found.Select(
            (container, at) =>
                (at == 0 && service is not null ? Built(container, service) with { Name = service.Name.Value } : container) with
                {
                    MoreVariablesBecause = container.MoreVariablesBecause ?? moreBecause,
                }
        );
    }

    /// <summary>azd replaces the image of the first container by the one that it builds.</summary>
    private static CloudContainer Built(CloudContainer container, AzdService service) =>
        service.Image is { } image ? container with { Image = CloudValue.Text.Of(image.Value, image.Span) }
        : service.IsContainer ? container with { Image = null, BuiltAt = service.Name.Span }
        : container with { Directory = AzdServices.DirectoryOf(service) };

    private static IEnumerable<CloudContainer> ContainerApp(BicepResource resource)
    {
        var properties = resource.Body["properties"];
        var containers = (properties?["template"]?["containers"]?.Items ?? []).OfType<CloudValue.Map>().ToList();
        var target = properties?["configuration"]?["ingress"]?["targetPort"];
        return containers.Select(container => new CloudContainer(
            (containers.Count == 1 ? NameOf(resource, container) : null) ?? container["name"]?.Known ?? resource.Symbol,
            container["image"]?.Span ?? resource.Declared.Span
        )
        {
            Owner = (containers.Count == 1 ? container["name"]?.Known : null) ?? resource.Body["name"]?.Known ?? resource.Symbol,
            Image = Image(container["image"]),
            EntryPoint = container["command"],
            Command = container["args"],
            Variables = CloudValues.Named(container["env"]),
            MoreVariablesBecause = container["env"]?.MoreBecause ?? container.More,
            Ports =
                containers.Count == 1 && target?.Number is > 0 and var port
                    ? [CloudValues.Binding(port, "the ingress of the container app forwards to", target.Span)]
                    : [],
            Probes = [.. (container["probes"]?.Items ?? []).Select(AppProbe).OfType<Probe>()],
            Sidecars = Others(containers, container),
        });
    }

    /// <summary>People know an app of one container by its own name.</summary>
    private static string? NameOf(BicepResource resource, CloudValue container) =>
        resource.Body["name"]?.Known ?? (container["name"]?.Known is "main" or "app" or "container" ? resource.Symbol : null);

    private static IEnumerable<CloudContainer> ContainerGroup(BicepResource resource)
    {
        var containers = (resource.Body["properties"]?["containers"]?.Items ?? []).OfType<CloudValue.Map>().ToList();
        return containers
            .Where(container => container["properties"] is CloudValue.Map)
            .Select(container =>
            {
                var properties = container["properties"];
                return new CloudContainer(container["name"]?.Known ?? resource.Symbol, properties?["image"]?.Span ?? container.Span)
                {
                    Owner = resource.Body["name"]?.Known ?? resource.Symbol,
                    Image = Image(properties?["image"]),
                    EntryPoint = properties?["command"],
                    Variables = CloudValues.Named(properties?["environmentVariables"]),
                    MoreVariablesBecause = properties?["environmentVariables"]?.MoreBecause,
                    Ports =
                    [
                        .. (properties?["ports"]?.Items ?? [])
                            .Select(port => port["port"])
                            .OfType<CloudValue>()
                            .Where(port => port.Number is not null)
                            .Select(port => CloudValues.Binding(port.Number ?? 0, "the container group opens", port.Span)),
                    ],
                    Probes =
                    [
                        .. new[] { "livenessProbe", "readinessProbe" }
                            .Select(kind => Asked(properties?[kind], $"Container Instances {kind}"))
                            .OfType<Probe>(),
                    ],
                    Sidecars = Others(containers, container),
                };
            });
    }

    /// <summary>An image that is there only until the first one is deployed is none.</summary>
    private static CloudValue? Image(CloudValue? image) =>
        image?.Known is { } known && Array.Exists(Placeholders, begin => known.StartsWith(begin, StringComparison.Ordinal))
            ? new CloudValue.Unknown("a placeholder stands in its place until the first deployment", image.Span)
            : image;

    private static Probe? AppProbe(CloudValue probe) =>
        Asked(probe, $"Container Apps {probe["type"]?.Known?.ToLowerInvariant() ?? "health"} probe");

    private static Probe? Asked(CloudValue? probe, string origin)
    {
        var http = probe?["httpGet"];
        return (http ?? probe?["tcpSocket"]) is { } asked
            ? new Probe
            {
                Origin = origin,
                Kind = http is null ? ProbeKind.Tcp : ProbeKind.Http,
                Span = asked["path"]?.Span ?? asked.Span,
                Port = asked["port"]?.Number,
                Path =
                    http is null ? null
                    : http["path"] is { } path ? path.Known?.Split('?')[0]
                    : "/",
            }
            : null;
    }

    private static IReadOnlyList<string> Others(IEnumerable<CloudValue.Map> containers, CloudValue.Map container) =>
        [.. containers.Where(other => !ReferenceEquals(other, container)).Select(other => other["name"]?.Known).OfType<string>()];
}
