using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>The profiles with which an application runs.</summary>
/// <param name="UnknownBecause">Why others may be active; null when these are all.</param>
/// <remarks>Sources: Spring Boot reference, "Profiles"; Quarkus, "Configuration Reference": <c>prod</c> by default; Micronaut, "The Environment".</remarks>
internal sealed record JvmProfiles(IReadOnlyList<string> Active, string? UnknownBecause)
{
    private static readonly string[] Keys = ["spring.profiles.active", "quarkus.profile", "micronaut.environments"];

    public static JvmProfiles Of(IReadOnlyList<ApplicationProperties> files, JvmFramework framework, Workload? workload)
    {
        var key = Keys[(int)framework];
        var given = workload is null ? null : Given(workload, key);
        if (given is { Text: null } or { Unset.Count: > 0 })
        {
            return new(
                [],
                given.UnknownBecause ?? $"its profile is that of {given.Unset.FirstOrDefault() ?? key}, which nothing here sets"
            );
        }

        var written = files
            .Where(file => file.Profile is null)
            .SelectMany(file => file.Documents)
            .Where(document => document.Condition is null)
            .SelectMany(document => document.Properties)
            .ToList();
        var own = written.LastOrDefault(property => property.Canonical == PropertyNames.Canonical(key));
        var names = given?.Text ?? (own is null ? Default(framework) : Literal(own, workload));
        if (names is null)
        {
            return new([], $"{own?.Span} is set when the image is built or started");
        }

        var active = Split(names).ToList();
        active.InsertRange(0, Included(written, active));
        return new([.. active.Distinct(StringComparer.Ordinal)], workload?.SuppliesMoreBecause is { } more && given is null ? more : null);
    }

    private static Resolved? Given(Workload workload, string key)
    {
        if (JvmSettings.Computed(workload, key) is { } computed)
        {
            return Resolved.Unknown($"{computed} is computed", computed);
        }

        var option = JvmSettings.Of(workload).LastOrDefault(setting => setting.Key == key);
        return option is not null
            ? Resolved.Known(option.Value, option.Span)
            : workload.Supplied.LastOrDefault(variable => PropertyNames.Sets(variable.Name, key))?.Value;
    }

    private static string Default(JvmFramework framework) => framework == JvmFramework.Quarkus ? "prod" : "";

    private static string? Literal(ApplicationProperty property, Workload? workload)
    {
        if (property.IsComputed)
        {
            return null;
        }

        var resolved = Values.TemplateValues.Resolve(
            property.Value,
            name => workload?.Supplied.LastOrDefault(variable => variable.Name == name)?.Value
        );
        return resolved.Unset.Count > 0 ? null : resolved.Text;
    }

    /// <summary><c>spring.profiles.include</c>, and the groups that a profile stands for.</summary>
    private static IEnumerable<string> Included(IReadOnlyList<ApplicationProperty> written, IReadOnlyList<string> active) =>
        written
            .Where(property =>
                IsKey(property.Canonical, "spring.profiles.include")
                || active.Any(profile => IsKey(property.Canonical, PropertyNames.Canonical($"spring.profiles.group.{profile}")))
            )
            .SelectMany(property => Split(property.Value.Raw));

    private static bool IsKey(string canonical, string key) =>
        canonical == key || canonical.StartsWith(key + "[", StringComparison.Ordinal);

    private static IEnumerable<string> Split(string names) =>
        names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
