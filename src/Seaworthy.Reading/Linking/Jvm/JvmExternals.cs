using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Whether properties of an application come from where the repository does not show them.</summary>
/// <remarks>Sources: Spring Cloud Config, "Spring Cloud Config Client"; Spring Boot reference, "Importing Additional Data"; the clients of Consul, Nacos, Vault, Apollo and Kubernetes.</remarks>
internal static class JvmExternals
{
    private static readonly string[] Clients =
    [
        "spring-cloud-starter-config",
        "spring-cloud-config-client",
        "spring-cloud-starter-alibaba-nacos-config",
        "nacos-config-spring-boot-starter",
        "spring-cloud-starter-consul-config",
        "spring-cloud-starter-zookeeper-config",
        "spring-cloud-starter-vault-config",
        "spring-cloud-starter-kubernetes-config",
        "spring-cloud-starter-kubernetes-client-config",
        "spring-cloud-starter-kubernetes-fabric8-config",
        "spring-cloud-starter-kubernetes-all",
        "spring-cloud-starter-kubernetes-client-all",
        "spring-cloud-starter-kubernetes-fabric8-all",
        "spring-cloud-starter-aws-parameter-store-config",
        "spring-cloud-starter-aws-secrets-manager-config",
        "spring-cloud-azure-appconfiguration-config-web",
        "apollo-client",
        "apollo-client-config-data",
        "micronaut-discovery-client",
        "quarkus-config-consul",
        "quarkus-config-yaml-remote",
        "quarkus-kubernetes-config",
        "quarkus-spring-cloud-config-client",
    ];

    // Keys, as variables or options, that name other files.
    private static readonly string[] Locations =
    [
        "spring.config.location",
        "spring.config.additional-location",
        "spring.config.name",
        "spring.config.import",
        "spring.application.json",
        "micronaut.config.files",
        "quarkus.config.locations",
    ];

    public static string? Of(JvmApplication application, JvmProperties properties, Workload? workload) =>
        (application.HiddenFile(properties.Profiles.Active) is { } hidden ? $"git ignores {hidden}, which its author may have" : null)
        ?? Imported(properties)
        ?? Client(application, properties)
        ?? (workload is null ? null : Located(properties, workload) ?? Mounted(workload));

    private static string? Imported(JvmProperties properties)
    {
        var import = properties.Declared.FirstOrDefault(property =>
            (
                property.Canonical == "spring.config.import"
                || property.Canonical.StartsWith("spring.config.import[", StringComparison.Ordinal)
                || property.Canonical is "spring.config.location" or "spring.config.additionallocation" or "quarkus.config.locations"
            )
            && property.Value.Raw.Length > 0
        );
        return import is null ? null : $"{import.Span} imports more";
    }

    private static string? Client(JvmApplication application, JvmProperties properties) =>
        Array.Find(Clients, client => application.Dependencies.Has(client)) is { } client
        && !(client.Contains("cloud-", StringComparison.Ordinal) && IsOff(properties))
            ? $"{client} may load properties from a server"
            : null;

    private static bool IsOff(JvmProperties properties) =>
        properties.Find("spring.cloud.config.enabled")?.Text is "false"
        || properties.Find("spring.cloud.bootstrap.enabled")?.Text is "false";

    private static string? Located(JvmProperties properties, Workload workload) =>
        Array.Find(Locations, key => properties.Given(key) is not null || JvmSettings.Of(workload).Any(setting => setting.Key == key))
            is { } location
            ? $"{workload.Name} is given {location}"
            : null;

    private static string? Mounted(Workload workload) =>
        workload.Mounts.FirstOrDefault(mount =>
            mount.Path.Contains("config", StringComparison.OrdinalIgnoreCase)
            || mount.Path.Contains("application", StringComparison.OrdinalIgnoreCase)
            || mount.Path.EndsWith(".yml", StringComparison.Ordinal)
            || mount.Path.EndsWith(".properties", StringComparison.Ordinal)
        )
            is { } mount
            ? $"{mount.Span} may contain properties"
            : null;
}
