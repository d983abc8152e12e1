using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>A component that starts as a program on the JVM under a framework that takes its port and paths from properties.</summary>
internal sealed record JvmApplication(Component Component, JvmFramework Framework, JvmDependencies Dependencies)
{
    private static readonly string[] Servers =
    [
        "spring-boot-starter-web",
        "spring-boot-starter-webmvc",
        "spring-boot-starter-webflux",
        "spring-boot-starter-jersey",
        "spring-boot-starter-data-rest",
        "spring-boot-starter-hateoas",
        "spring-boot-starter-thymeleaf",
        "spring-cloud-starter-gateway",
        "spring-cloud-starter-gateway-server-webflux",
        "spring-cloud-starter-gateway-server-webmvc",
        "spring-cloud-starter-gateway-mvc",
        "spring-cloud-starter-netflix-zuul",
        "spring-cloud-starter-netflix-eureka-server",
        "spring-cloud-config-server",
        "spring-boot-admin-starter-server",
        "spring-cloud-starter-eureka-server",
        "spring-cloud-starter-zuul",
        "zipkin-server",
    ];

    private static readonly string[] Endings = ["properties", "yml", "yaml"];

    /// <summary>It certainly opens a port for HTTP.</summary>
    public bool IsServer =>
        Component.Code.Any(file => file.Routes.Count > 0 && (file.Language is Language.Java or Language.Kotlin))
        || Framework switch
        {
            JvmFramework.Micronaut => Dependencies.Mentions("micronaut-http-server"),
            JvmFramework.Quarkus => Dependencies.Mentions("resteasy") || Dependencies.Has("quarkus-rest*", "quarkus-vertx-http"),
            _ => Dependencies.Has(Servers),
        };

    public static bool IsOnJvm(Component component) =>
        component.Manifests.Any(manifest => manifest is JavaBuild)
        && component.Code.Any(file => file.Language is Language.Java or Language.Kotlin);

    /// <summary>The application of a component; null when nothing of it starts one.</summary>
    public static JvmApplication? Of(Deployment deployment, Component component)
    {
        if (!IsOnJvm(component))
        {
            return null;
        }

        var started = Started(component);
        if (started is null && !IsQuarkus(component))
        {
            return null;
        }

        return new(
            component,
            started switch
            {
                "spring" => JvmFramework.Spring,
                "micronaut" => JvmFramework.Micronaut,
                _ => JvmFramework.Quarkus,
            },
            JvmDependencies.Of(deployment, component)
        )
        {
            Tree = deployment.Tree,
        };
    }

    private RepositoryTree? Tree { get; init; }

    /// <summary>A properties file that only its author has, because git ignores it; null when the repository has them, or nothing mentions any.</summary>
    /// <param name="active">The profiles that are active.</param>
    public string? HiddenFile(IEnumerable<string> active)
    {
        var profiles = active.Prepend(null).Where(profile => Component.Properties.All(file => file.Profile != profile));
        return profiles
            .SelectMany(profile => Endings.Select(ending => $"application{(profile is null ? "" : $"-{profile}")}.{ending}"))
            .Select(name => Component.Root.Length == 0 ? $"src/main/resources/{name}" : $"{Component.Root}/src/main/resources/{name}")
            .FirstOrDefault(path => Tree?.Look(path).Presence == Presence.IgnoredByGit);
    }

    public FrameworkSetting? Setting(string name) =>
        Component.Code.SelectMany(file => file.Settings).FirstOrDefault(setting => setting.Name == name);

    private static string? Started(Component component) =>
        component.Code.SelectMany(file => file.Settings).FirstOrDefault(setting => setting.Name == "jvm.main")?.Value
            is CodeValue.Literal framework
            ? framework.Text
            : null;

    // Nobody has to write a class with a main for Quarkus.
    private static bool IsQuarkus(Component component) =>
        component
            .Manifests.OfType<JavaBuild>()
            .Any(build =>
                build.Plugins.Any(plugin => plugin.Value is "quarkus-maven-plugin" or "io.quarkus")
                || build.Dependencies.Any(dependency => dependency.Name.StartsWith("io.quarkus:", StringComparison.Ordinal))
            );

    /// <summary>The files whose properties a component takes; those further down win.</summary>
    /// <remarks>Source: Spring Boot reference, "External Application Properties": <c>config/</c> over the root, <c>.properties</c> over YAML.</remarks>
    public static IReadOnlyList<ApplicationProperties> PropertiesOf(Deployment deployment, string root)
    {
        var below = root.Length == 0 ? "" : root + "/";
        // The build may take them from elsewhere: <resource><directory>resource</directory></resource>.
        var resources = new[] { "src/main/resources", "src/main/resource", "resources", "resource" }
            .Select(directory => below + directory)
            .FirstOrDefault(deployment.Tree.HasDirectory, below + "src/main/resources");
        return
        [
            .. new[] { resources, resources + "/META-INF", resources + "/config" }.SelectMany(directory =>
                deployment
                    .In<ApplicationProperties>(directory)
                    .OrderBy(file => file.Stem == "application" ? 1 : 0)
                    .ThenBy(file => file.File.Name.EndsWith(".properties", StringComparison.Ordinal) ? 1 : 0)
                    .ThenBy(file => file.File.Path, StringComparer.Ordinal)
            ),
        ];
    }

    public override string ToString() => Component.Name;
}
