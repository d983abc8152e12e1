using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Applications of Spring Boot, and the properties they are given under the name by which an older one knew them.</summary>
internal static class SpringApplications
{
    // It hands old names on.
    private const string Migrator = "spring-boot-properties-migrator";

    // With these the application asks the same place as with nothing.
    private static readonly string[] Defaults = ["localhost", "127.0.0.1", "6379", "27017", ""];

    public static IReadOnlyList<SpringApplication> Link(Deployment deployment) =>
        [
            .. deployment
                .Components.Where(component => component.Properties.Count > 0)
                .Select(component => Of(deployment, component))
                .OfType<SpringApplication>(),
        ];

    private static SpringApplication? Of(Deployment deployment, Component component)
    {
        if (
            JvmApplication.Of(deployment, component) is not { Framework: JvmFramework.Spring } application
            || SpringBootRelease.Of(deployment, component) is not { } release
            || !int.TryParse(release.Value.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        )
        {
            return null;
        }

        var given = application.Dependencies.Has(Migrator) ? [] : Given(deployment, component).ToList();
        return new SpringApplication(
            component,
            release,
            [
                .. RenamedPropertyPrefix
                    .All.Where(renamed =>
                        renamed.Since <= major && application.Dependencies.Has([.. renamed.Readers]) && !Asks(component, renamed.Old)
                    )
                    .SelectMany(renamed => Under(renamed, given)),
            ]
        )
        {
            Bootstraps = BootstrapFiles.Of(deployment, application, release.Value),
        };
    }

    /// <summary>What is given under the old name alone.</summary>
    private static IEnumerable<UnreadProperty> Under(RenamedPropertyPrefix renamed, List<GivenProperty> given) =>
        given.Exists(property => Key(property, renamed.Now) is not null)
            ? []
            : from property in given
            let rest = Key(property, renamed.Old)
            where rest is not null && !rest.StartsWith("redisson", StringComparison.Ordinal)
            let now = renamed.Now + rest
            select new UnreadProperty(property.Name, property.IsVariable ? PropertyNames.Variable(now) : now, property.Span);

    /// <summary>What stands behind the beginning of the key; null when it begins otherwise.</summary>
    private static string? Key(GivenProperty property, string start)
    {
        var begins = property.IsVariable ? PropertyNames.Variable(start) : start;
        return property.Name.StartsWith(begins, StringComparison.Ordinal)
            ? property.Name[begins.Length..].Replace('_', '-').ToLowerInvariant()
            : null;
    }

    /// <summary>Source of its own asks for the old name: <c>@Value("${spring.redis.host}")</c>.</summary>
    private static bool Asks(Component component, string old) =>
        component.Code.Any(file => file.File.Text.Contains(old.TrimEnd('.'), StringComparison.Ordinal));

    private static IEnumerable<GivenProperty> Given(Deployment deployment, Component component) =>
        component
            .Properties.SelectMany(file => file.All)
            .Where(property => !Defaults.Contains(property.Value.Literal))
            .Select(property => new GivenProperty(property.Key, property.KeySpan, false))
            .Concat(
                deployment
                    .Workloads.Where(workload => workload.Components.Contains(component))
                    .SelectMany(workload => workload.Supplied)
                    // ${SPRING_REDIS_HOST} in a file of properties hands it on.
                    .Where(variable =>
                        !Defaults.Contains(variable.Value.Text)
                        && !component.Properties.Any(file => file.File.Text.Contains(variable.Name, StringComparison.Ordinal))
                    )
                    .Select(variable => new GivenProperty(variable.Name, variable.Span, true))
            )
            .DistinctBy(property => property.Span);

    /// <summary>A property by its key, or by the variable that sets it.</summary>
    private sealed record GivenProperty(string Name, SourceSpan Span, bool IsVariable);
}
