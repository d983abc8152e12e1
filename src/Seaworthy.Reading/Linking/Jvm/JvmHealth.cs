using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>The endpoints for operators: Spring Boot's actuator, Quarkus's <c>/q</c>, Micronaut's management.</summary>
/// <remarks>Sources: Spring Boot reference, "Endpoints" and "Monitoring and Management Over HTTP"; Quarkus, "SmallRye Health"; Micronaut, "Management &amp; Monitoring".</remarks>
internal static class JvmHealth
{
    // Libraries that bring the actuator along.
    private static readonly string[] Bringers =
    [
        "spring-boot-starter-actuator",
        "spring-boot-actuator*",
        "spring-cloud-starter-netflix-eureka-server",
        "spring-cloud-config-server",
        "spring-boot-admin-starter-server",
        "spring-boot-admin-starter-client",
        "jhipster-framework",
    ];

    // These parts of Spring Cloud leave the actuator to the application; of other parts that is unknown.
    private static readonly string[] Plain =
    [
        "spring-cloud-starter-openfeign",
        "spring-cloud-openfeign-core",
        "spring-cloud-starter-netflix-eureka-client",
        "spring-cloud-starter-loadbalancer",
        "spring-cloud-starter-bootstrap",
        "spring-cloud-starter-config",
        "spring-cloud-dependencies",
    ];

    /// <summary>A library that may bring the actuator; null when it is there, or nothing would.</summary>
    public static string? MayBring(JvmApplication application) =>
        HasActuator(application)
            ? null
            : application
                .Dependencies.Artifacts.Order(StringComparer.Ordinal)
                .FirstOrDefault(artifact =>
                    artifact.StartsWith("spring-cloud-", StringComparison.Ordinal)
                    && !Plain.Contains(artifact)
                    && !artifact.Contains("circuitbreaker", StringComparison.Ordinal)
                );

    public static bool HasActuator(JvmApplication application) =>
        application.Dependencies.Has(Bringers) || application.Dependencies.Mentions("actuator");

    public static IEnumerable<ServedRoute> Routes(JvmApplication application, JvmProperties properties, Resolved prefix)
    {
        var here = application.Setting("jvm.main")?.Span ?? application.Component.Manifests[0].File.Whole;
        return application.Framework switch
        {
            JvmFramework.Spring => HasActuator(application) ? Actuator(properties, prefix, here) : [],
            JvmFramework.Quarkus => Quarkus(application, properties, prefix, here),
            _ => application.Dependencies.Mentions("management") ? Micronaut(properties, prefix, here) : [],
        };
    }

    /// <summary>On a port of its own it leaves the path of the application aside; it is served under both here, since a probe asks on one.</summary>
    private static IEnumerable<ServedRoute> Actuator(JvmProperties properties, Resolved prefix, SourceSpan here)
    {
        var own = properties.Find("management.server.port") is not null || properties.Find("management.port") is not null;
        var start =
            properties.Find("management.endpoints.web.base-path")?.Text ?? properties.Find("management.context-path")?.Text ?? "/actuator";
        var above = own
            ? properties.Find("management.server.base-path")?.Text ?? properties.Find("management.server.servlet.context-path")?.Text ?? ""
            : prefix.Text ?? "";
        yield return Route($"{above.TrimEnd('/')}/{start.Trim('/')}", here, prefix);
        yield return Route($"{above.TrimEnd('/')}/{start.Trim('/')}/health", here, prefix);
        yield return Route($"{above.TrimEnd('/')}/{start.Trim('/')}/*", here, prefix);

        // "management.endpoint.health.probes.add-additional-paths" puts these beside the routes of the application.
        if (properties.Find("management.endpoint.health.probes.add-additional-paths")?.Text == "true")
        {
            yield return Route($"{prefix.Text?.TrimEnd('/')}/livez", here, prefix);
            yield return Route($"{prefix.Text?.TrimEnd('/')}/readyz", here, prefix);
        }
    }

    private static IEnumerable<ServedRoute> Quarkus(JvmApplication application, JvmProperties properties, Resolved prefix, SourceSpan here)
    {
        var root = properties.Find("quarkus.http.non-application-root-path")?.Text ?? "q";
        var start = root.StartsWith('/') ? root.TrimEnd('/') : $"{prefix.Text?.TrimEnd('/')}/{root}";
        if (application.Dependencies.Mentions("health"))
        {
            yield return Route(
                $"{start}/{properties.Find("quarkus.smallrye-health.root-path")?.Text?.Trim('/') ?? "health"}/*",
                here,
                prefix
            );
            yield return Route("/health/*", here, prefix);
        }

        yield return Route($"{start}/metrics", here, prefix);
        yield return Route($"{start}/info", here, prefix);
    }

    private static IEnumerable<ServedRoute> Micronaut(JvmProperties properties, Resolved prefix, SourceSpan here)
    {
        var start = $"{prefix.Text?.TrimEnd('/')}/{properties.Find("endpoints.all.path")?.Text?.Trim('/')}".TrimEnd('/');
        foreach (
            var name in new[] { "health", "info", "metrics", "prometheus", "beans", "routes", "loggers", "refresh", "env", "threaddump" }
        )
        {
            yield return Route($"{start}/{name}/*", here, prefix);
        }
    }

    private static ServedRoute Route(string path, SourceSpan here, Resolved prefix) =>
        new("*", RoutePattern.Parse(path), [here, .. prefix.Chain]);
}
