using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Jvm;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Addresses in the properties that an application on the JVM starts with, where nothing from outside overrides them.</summary>
/// <remarks>Source: Spring Boot reference, "Common Application Properties"; Quarkus, "All configuration options"; Micronaut, configuration reference.</remarks>
internal static class PropertyEndpoints
{
    private static readonly string[] ListKeys = ["bootstrapservers", "bootstrap.servers", ".addresses", ".nodes", ".uris", ".brokers"];

    public static IEnumerable<EndpointUse> Find(Deployment deployment, Target target, HostDirectory hosts) =>
        from workload in target.Workloads
        where workload.Components.Any(component => component.Properties.Count > 0)
        let jvm = JvmVariables.Of(deployment, workload)
        where jvm is { UndecidedBecause: null } && workload.SuppliesMoreBecause is null
        let arePeersLookedUp = ArePeersLookedUp(workload)
        from property in jvm.Properties.Declared.OrderBy(property => property.Key, StringComparer.Ordinal)
        where jvm.Properties.Given(property.Key) is null
        let value = jvm.Properties.Resolve(property)
        where value.Text is not null && !IsFromOutside(workload, value)
        from address in Addresses(property, value.Text ?? "", jvm.Properties)
        where address.Port is not null || !arePeersLookedUp
        let use = Use(workload, property, value, address, hosts, JvmServers.Serves(jvm.Application, property.Canonical))
        where use is not null
        select use;

    /// <summary>A host without a port is a name in the registry then.</summary>
    /// <remarks>Source: Spring Cloud Commons, "Spring RestTemplate as a Load Balancer Client".</remarks>
    private static bool ArePeersLookedUp(Workload workload) =>
        workload
            .Components.SelectMany(component => component.Code)
            .Any(file => file.File.Text.Contains("@LoadBalanced", StringComparison.Ordinal));

    /// <summary>An address that the environment sets is reported at that place.</summary>
    private static bool IsFromOutside(Workload workload, Resolved value) =>
        workload.Supplied.Any(variable => value.Chain.Contains(variable.Span));

    private static IEnumerable<Address> Addresses(ApplicationProperty property, string text, JvmProperties properties)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            return Address.OfUrl(text).Where(address => address.Port is not null || SchemePorts.HaveHosts(address.Scheme));
        }

        if (ListKeys.Any(key => property.Canonical.Contains(key, StringComparison.Ordinal)))
        {
            return text.Split(',', StringSplitOptions.TrimEntries)
                .Where(part => part.Contains(':', StringComparison.Ordinal))
                .Select(part => Address.OfHost("", part))
                .OfType<Address>();
        }

        return
            property.Canonical.EndsWith(".host", StringComparison.Ordinal)
            && JvmServers.Names(property.Canonical)
            && Address.OfHost("", text) is { } host
            ? [host with { Port = host.Port ?? PortBeside(property, properties) }]
            : [];
    }

    private static int? PortBeside(ApplicationProperty property, JvmProperties properties) =>
        int.TryParse(
            properties.Find(property.Key[..property.Key.LastIndexOf('.')] + ".port")?.Text,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var port
        )
            ? port
        : property.Canonical.Contains("redis", StringComparison.Ordinal) ? 6379
        : property.Canonical.Contains("rabbitmq", StringComparison.Ordinal) ? 5672
        : property.Canonical.Contains("mongodb", StringComparison.Ordinal) ? 27017
        : null;

    /// <summary>What the framework itself connects to must be there; what else a property names may be found in other ways (a registry), or never be called.</summary>
    private static EndpointUse? Use(
        Workload workload,
        ApplicationProperty property,
        Resolved value,
        Address address,
        HostDirectory hosts,
        bool isServer
    )
    {
        var use = hosts.Use(workload, EndpointOrigin.Property, address, property.Span);
        return use.Answer is HostAnswer.External or HostAnswer.Undecided || (use.Answer == HostAnswer.Nobody && !isServer)
            ? null
            : use with
            {
                Variable = property.Key,
                Chain = [.. value.Chain.Where(span => span != property.Span)],
            };
    }
}
