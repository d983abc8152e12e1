using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>The bootstrap files of applications whose Spring Cloud reads them only if asked: those of Spring Boot 2.4 and later.</summary>
/// <remarks>
/// Sources: Spring Cloud 2020.0 release notes, "Bootstrap" (disabled by default; <c>spring-cloud-starter-bootstrap</c>, <c>spring.cloud.bootstrap.enabled</c> or
/// <c>spring.config.use-legacy-processing</c>, as a variable or system property); Spring Cloud, "Supported Versions" (2020.0 is the first for Spring Boot 2.4).
/// </remarks>
internal static class BootstrapFiles
{
    // The release of Spring Boot whose Spring Cloud no longer reads them by itself.
    private const string Disabled = "2.4";

    private const string Starter = "spring-cloud-starter-bootstrap";

    private static readonly string[] Switches =
    [
        "spring.cloud.bootstrap.enabled",
        "SPRING_CLOUD_BOOTSTRAP_ENABLED",
        "spring.config.use-legacy-processing",
        "SPRING_CONFIG_USE_LEGACY_PROCESSING",
        "SPRING_CONFIG_USELEGACYPROCESSING",
    ];

    public static IReadOnlyList<BootstrapFile> Of(Deployment deployment, JvmApplication application, string release) =>
        !IsSinceDisabled(release)
            ? []
            :
            [
                .. application
                    .Component.Properties.Where(file => file.Stem == "bootstrap")
                    .Select(file => new BootstrapFile(file.File, Only(file, application.Component))
                    {
                        IsRead = application.Dependencies.Has(Starter) || IsSwitchedOn(deployment, application),
                        UnknownBecause = application.Dependencies.IncompleteBecause,
                    })
                    .Where(file => file.Only.Count > 0),
            ];

    private static bool IsSinceDisabled(string release) => VersionLine.Parse(release)?.First >= VersionLine.Parse(Disabled)?.First;

    private static List<ApplicationProperty> Only(ApplicationProperties bootstrap, Component component)
    {
        var others = component
            .Properties.Where(file => file.Stem != "bootstrap")
            .SelectMany(file => file.All)
            .Select(property => property.Canonical)
            .ToHashSet(StringComparer.Ordinal);
        return [.. bootstrap.All.Where(property => !others.Contains(property.Canonical) && property.Value.Raw.Length > 0)];
    }

    /// <summary>A variable, an option of the command, or the program itself switches it on.</summary>
    private static bool IsSwitchedOn(Deployment deployment, JvmApplication application) =>
        deployment
            .Workloads.Where(workload => workload.Components.Contains(application.Component))
            .Any(workload =>
                workload.Supplied.Any(variable =>
                    Array.Exists(
                        Switches,
                        name => variable.Name == name || variable.Value.Text?.Contains(name, StringComparison.Ordinal) is true
                    )
                ) || Array.Exists(Switches, name => workload.Start?.Text.Contains(name, StringComparison.Ordinal) is true)
            ) || application.Component.Code.Any(file => Array.Exists(Switches, name => file.File.Mentions(name)));
}
