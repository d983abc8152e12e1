using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Keys that sign or encrypt and stand in a configuration file of the program: <c>jwt.secret</c> in application.yml, <c>Jwt:Key</c> in appsettings.json.</summary>
/// <remarks>Sources: Spring Boot reference, "Externalized Configuration"; ASP.NET Core, "Configuration": a variable of the environment overrides the file.</remarks>
internal static class ConfiguredKeys
{
    private const int Shortest = 4;

    // Profiles and environments of a file that is never deployed.
    private static readonly HashSet<string> Aside = new(StringComparer.OrdinalIgnoreCase)
    {
        "test",
        "tests",
        "testing",
        "it",
        "integration",
        "dev",
        "development",
        "local",
        "docker",
        "default",
        "example",
        "template",
    };

    public static IEnumerable<LiteralKey> Find(Deployment deployment) =>
        from component in deployment.Components
        where component.Properties.Count > 0 || deployment.In<AppSettings>(component.Root).Any()
        let supplied = deployment
            .WorkloadsOfRoot(component.Root)
            .SelectMany(workload => workload.Supplied)
            .Select(variable => variable.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
        from key in OfProperties(component, supplied).Concat(OfSettings(component, deployment, supplied))
        where !FilePurposes.Has(key.Span.File.Path, FilePurpose.NoProgram)
        select key;

    private static IEnumerable<LiteralKey> OfProperties(Component component, HashSet<string> supplied) =>
        from file in component.Properties
        where file.Profile is null || !Aside.Contains(file.Profile)
        from property in file.All
        where !property.IsComputed && IsKey(property.Key, property.Value.Raw)
        where !component.Properties.Any(other => other != file && other.All.Any(same => same.Canonical == property.Canonical))
        where !supplied.Any(variable => PropertyNames.Sets(variable, property.Key))
        select new LiteralKey(component, property.Key, LiteralKeys.SaysDevelopment(property.Key, property.Value.Raw), property.Span);

    private static IEnumerable<LiteralKey> OfSettings(Component component, Deployment deployment, HashSet<string> supplied)
    {
        var files = deployment.In<AppSettings>(component.Root).ToList();
        return from file in files
            where file.Environment is null || !Aside.Contains(file.Environment)
            from setting in file.Settings
            where IsKey(setting.Key.Replace(':', '.'), setting.Value)
            where
                !files.Exists(other =>
                    other != file && other.Environment is { } name && !Aside.Contains(name) && other.Find(setting.Key) is not null
                )
            where !supplied.Contains(setting.Key.Replace(":", "__", StringComparison.Ordinal))
            select new LiteralKey(component, setting.Key, LiteralKeys.SaysDevelopment(setting.Key, setting.Value), setting.ValueSpan);
    }

    /// <summary>The last two parts of the name say what it is: <c>security.jwt.secret-key</c>.</summary>
    private static bool IsKey(string key, string value)
    {
        var parts = key.Split('.');
        var name = string.Join('_', parts.TakeLast(2)).Replace('-', '_');
        return value.Length >= Shortest
            && !value.Contains("${", StringComparison.Ordinal)
            && !value.Contains("://", StringComparison.Ordinal)
            && value is not ['{', ..] and not ['<', ..] and not ['#', ..] and not ['%', ..]
            && !value.StartsWith("ENC(", StringComparison.Ordinal)
            && !parts.Any(part =>
                part.Contains("client", StringComparison.OrdinalIgnoreCase) || part.Contains("aws", StringComparison.OrdinalIgnoreCase)
            )
            && SecretNames.IsSigningKey(name);
    }
}
