using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>What a component on the JVM serves besides the routes of its source: the path that all of them hang under, health checks, pages; and why the list may not be whole.</summary>
internal static class JvmRoutes
{
    // Bring routes of their own, under paths that nobody has to write.
    private static readonly string[] Openers =
    [
        "spring-boot-starter-data-rest",
        "spring-cloud-starter-gateway*",
        "spring-cloud-gateway*",
        "spring-cloud-starter-netflix-zuul",
        "spring-cloud-starter-netflix-eureka-server",
        "spring-cloud-starter-eureka-server",
        "spring-cloud-starter-zuul",
        "zipkin*",
        "spring-cloud-starter-turbine*",
        "spring-cloud-starter-netflix-turbine*",
        "spring-cloud-starter-hystrix-dashboard",
        "spring-cloud-starter-netflix-hystrix-dashboard",
        "spring-cloud-config-server",
        "spring-boot-admin-starter-server",
        "spring-boot-starter-jersey",
        "spring-boot-starter-graphql",
        "spring-boot-starter-oauth2-authorization-server",
        "spring-security-oauth2-authorization-server",
        "spring-boot-starter-web-services",
        "spring-ws-core",
        "cxf-spring-boot-starter-jaxws",
        "vaadin-spring-boot-starter",
        "openapi-generator-maven-plugin",
        "org.openapi.generator",
        "swagger-codegen-maven-plugin",
        "graphql-spring-boot-starter",
        "dgs-starter",
        "graphql-dgs-spring-boot-starter",
        "camel-*",
        "jolokia*",
        "sa-token*",
        "quarkus-smallrye-graphql",
        "quarkus-openapi-generator-server*",
        "quarkus-apicurio*",
        "quarkus-vertx-web",
        "quarkus-reactive-routes",
        "quarkus-rest-data-panache*",
        "quarkus-hibernate-orm-rest-data-panache",
        "keycloak-*",
    ];

    // Frameworks under which nothing here tells what is served.
    private static readonly string[] Others =
    [
        "vertx-web",
        "javalin",
        "dropwizard-core",
        "http4k-core",
        "jooby",
        "helidon-webserver",
        "armeria*",
    ];

    public static Component Complete(Deployment deployment, Component component)
    {
        if (!JvmApplication.IsOnJvm(component))
        {
            return component;
        }

        if (JvmApplication.Of(deployment, component) is not { } application)
        {
            return
                component.Manifests.OfType<JavaBuild>().Any()
                && component.RoutesIncompleteBecause is null
                && component.Code.All(file => file.Routes.All(route => route.Framework != "ktor"))
                ? component with
                {
                    RoutesIncompleteBecause = "nothing in it starts an application",
                }
                : component;
        }

        JvmProperties properties = new(application, null);
        var prefix = Prefix(application, properties);
        return component with
        {
            Routes =
            [
                .. component.Routes.Select(route => Under(route, prefix)),
                .. Extras(deployment, application, properties).Select(route => Under(route, prefix)),
                .. JvmHealth.Routes(application, properties, prefix),
            ],
            RoutesIncompleteBecause =
                Doubt(application, properties)
                ?? FromModules(deployment, application)
                ?? (
                    component.RoutesIncompleteBecause == "no route was found in its source" && JvmHealth.HasActuator(application)
                        ? null
                        : component.RoutesIncompleteBecause
                )
                ?? (prefix is { Text: null } ? prefix.UnknownBecause : null),
        };
    }

    private static ServedRoute Under(ServedRoute route, Resolved prefix) =>
        prefix.Text is { Length: > 1 } text
            ? route with
            {
                Path = route.Path.Under(text),
                Chain = [.. route.Chain, .. prefix.Chain],
            }
            : route;

    /// <summary>The path that every route hangs under.</summary>
    private static Resolved Prefix(JvmApplication application, JvmProperties properties)
    {
        string[] keys = application.Framework switch
        {
            JvmFramework.Quarkus => ["quarkus.http.root-path"],
            JvmFramework.Micronaut => ["micronaut.server.context-path"],
            _ => ["server.servlet.context-path", "spring.webflux.base-path", "server.context-path", "spring.mvc.servlet.path"],
        };
        return keys.Select(properties.Find).FirstOrDefault(found => found is not null)
            ?? keys.Select(key => OfEveryProfile(application, key)).FirstOrDefault(found => found is not null)
            ?? Resolved.Known("");
    }

    /// <summary>What every profile sets to the same value holds with whichever of them it runs.</summary>
    private static Resolved? OfEveryProfile(JvmApplication application, string key)
    {
        var files = application.Component.Properties;
        var set = files.Select(file => file.All.LastOrDefault(property => property.Canonical == PropertyNames.Canonical(key))).ToList();
        return
            set is [{ Value.Literal: { } value } first, ..]
            && files.All(file => file.Profile is not null)
            && set.TrueForAll(property => property?.Value.Literal == value)
            ? Resolved.Known(value, first.Span)
            : null;
    }

    private static string? Doubt(JvmApplication application, JvmProperties properties)
    {
        var other = Array.Find(Others, name => application.Dependencies.Has(name));
        var opener = Array.Find(Openers, name => application.Dependencies.Has(name));
        return other is not null ? $"{other} is not supported"
            : opener is not null ? $"{opener.TrimEnd('*', '-')} serves its own routes"
            : application.Setting("jvm.openRoutes") is { } open ? $"the routes of {open.Span} are not followed"
            : properties.ExternalBecause
                ?? properties.Profiles.UnknownBecause
                ?? Varying(application, "contextpath")
                ?? Varying(application, "basepath")
                ?? Varying(application, "rootpath")
                ?? application.Dependencies.IncompleteBecause
                ?? (JvmHealth.MayBring(application) is { } bringer ? $"{bringer} may add the actuator" : null);
    }

    /// <summary>Controllers of a library of this repository are served by the applications that use it.</summary>
    private static string? FromModules(Deployment deployment, JvmApplication application) =>
        application.Dependencies.ModuleRoots.FirstOrDefault(root =>
            root != application.Component.Root
            && deployment
                .Of<CodeFile>()
                .Any(file => file.Routes.Count > 0 && !file.IsTest && file.File.Path.StartsWith(root + "/", StringComparison.Ordinal))
        )
            is { } module
            ? $"{module} may add routes"
            : null;

    /// <summary>A profile may set another path.</summary>
    private static string? Varying(JvmApplication application, string ending)
    {
        var all = application
            .Component.Properties.SelectMany(file => file.All)
            .Where(property => property.Canonical.EndsWith(ending, StringComparison.Ordinal))
            .ToList();
        return
            all.GroupBy(property => property.Canonical)
                .FirstOrDefault(same => same.Select(property => property.Value.Raw).Distinct().Count() > 1)
                is { } different
            ? $"{different.First().Key} differs between profiles"
            : null;
    }

    /// <summary>Static pages, documentation, the pages of sign-in.</summary>
    private static IEnumerable<ServedRoute> Extras(Deployment deployment, JvmApplication application, JvmProperties properties)
    {
        var root = application.Component.Root;
        var resources = root.Length == 0 ? "src/main/resources" : root + "/src/main/resources";
        var here = application.Setting("jvm.main")?.Span ?? application.Component.Manifests[0].File.Whole;
        if (
            new[] { "static", "public", "META-INF/resources", "resources" }.Any(name => deployment.Tree.HasDirectory($"{resources}/{name}"))
            || application.Framework == JvmFramework.Micronaut
                && properties.Declared.Any(property =>
                    property.Canonical.StartsWith("micronaut.router.staticresources", StringComparison.Ordinal)
                )
        )
        {
            yield return Route("/*", here) with
            {
                IsStatic = true,
            };
            yield return Route("/", here);
        }

        if (
            application.Dependencies.Mentions("openapi")
            || application.Dependencies.Mentions("springfox")
            || application.Dependencies.Mentions("swagger")
            || application.Dependencies.Mentions("knife4j")
        )
        {
            foreach (
                var path in new[]
                {
                    "/v3/api-docs/*",
                    "/v2/api-docs/*",
                    "/v3/api-docs.yaml",
                    "/swagger-ui/*",
                    "/swagger-ui.html",
                    "/swagger-resources/*",
                    "/doc.html",
                    "/webjars/*",
                    "/swagger/*",
                    "/q/openapi",
                    "/q/swagger-ui/*",
                    "/openapi",
                    "/api-docs/*",
                }
            )
            {
                yield return Route(path, here);
            }
        }

        if (application.Setting("jvm.login") is { } login)
        {
            foreach (var path in new[] { "/login/*", "/logout", "/oauth2/*" })
            {
                yield return Route(path, login.Span);
            }
        }

        if (properties.Find("spring.h2.console.enabled")?.Text == "true")
        {
            yield return Route("/h2-console/*", here);
        }

        yield return Route("/error", here);
    }

    private static ServedRoute Route(string path, SourceSpan span) => new("*", RoutePattern.Parse(path), [span]);
}
