using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>What Nest puts in front of a controller's routes: the global prefix, then the version, then the controller's own path.</summary>
/// <remarks>Source: the Nest documentation, "Global prefix" and "Versioning".</remarks>
internal sealed class NestPaths
{
    private readonly CodeValues values;
    private readonly IReadOnlyList<(string? Text, SourceSpan? Span)> globals;
    private readonly IReadOnlyList<RoutePattern> exclusions;
    private readonly string? versionMark;
    private readonly IReadOnlyList<string?> defaultVersions;

    public NestPaths(Component component, CodeValues values)
    {
        this.values = values;
        globals = [.. Globals(component)];
        exclusions =
        [
            .. component
                .Code.SelectMany(code => code.Settings.Where(one => one.Name == "nest.globalPrefix.exclude").Select(one => Text(code, one)))
                .OfType<string>()
                .Select(RoutePattern.Parse),
        ];
        versionMark = VersionMark(component);
        defaultVersions = [.. component.Code.SelectMany(code => Versions(code, "nest.versioning.defaultVersion"))];
    }

    /// <summary>Every prefix of a route; one that is computed is null.</summary>
    public IEnumerable<RouterPrefix> Prefixes(RouterNode node, Route route, RoutePattern pattern)
    {
        var own = node.Router.Prefix is { } prefix ? values.Resolve(prefix, node.File, _ => null).Text : "";
        var isExcluded = own is not null && exclusions.Any(exclusion => exclusion.Matches(pattern.Under(own).Text));
        return from global in isExcluded ? [("", null)] : globals
            from version in Versions(node, route)
            select new RouterPrefix(
                own is null || global.Text is null || version is null ? null : $"{global.Text}{version}/{own.TrimStart('/')}",
                [.. new[] { node.Router.Prefix?.Span, global.Span }.OfType<SourceSpan>()]
            );
    }

    /// <summary>An application that starts in several ways may set another prefix in each.</summary>
    private IEnumerable<(string? Text, SourceSpan? Span)> Globals(Component component) =>
        component
            .Code.SelectMany(code => code.Settings, (code, setting) => (code, setting))
            .Where(pair => pair.setting.Name == "nest.globalPrefix")
            .Select(pair =>
                (Text: Text(pair.code, pair.setting) is { } text ? "/" + text.Trim('/') : null, Span: (SourceSpan?)pair.setting.Span)
            )
            .DistinctBy(prefix => prefix.Text)
            .DefaultIfEmpty(("", null));

    /// <summary>As parts of a path: empty for a route of no version, null for one that is computed. Those of a method go before those of its controller.</summary>
    private IEnumerable<string?> Versions(RouterNode node, Route route)
    {
        if (versionMark is null)
        {
            return [""];
        }

        var name = "nest.version." + node.Router.Name;
        IReadOnlyList<string?> written = [.. Versions(node.File, $"{name}.{route.Handler}")];
        written = written.Count > 0 ? written : [.. Versions(node.File, name)];
        written = written.Count > 0 ? written : defaultVersions;
        return written.Count == 0 ? [""] : written.Select(version => version is { Length: > 0 } ? $"/{versionMark}{version}" : version);
    }

    private IEnumerable<string?> Versions(CodeFile file, string name) =>
        file
            .Settings.Where(setting => setting.Name == name)
            .Select(setting => setting.Value is CodeValue.Reference { Name: "VERSION_NEUTRAL" } ? "" : Text(file, setting));

    /// <summary>What stands before a version in the path; null when versions are not in the path, or there are none.</summary>
    private string? VersionMark(Component component)
    {
        if (
            Find(component, "nest.versioning.type") is not var (_, type)
            || type.Value is not CodeValue.Reference { Name: var name }
            || !name.EndsWith(".URI", StringComparison.Ordinal)
        )
        {
            return null;
        }

        return Find(component, "nest.versioning.prefix") is var (file, prefix) ? Text(file, prefix) ?? "" : "v";
    }

    private static (CodeFile File, FrameworkSetting Setting)? Find(Component component, string name)
    {
        foreach (var file in component.Code)
        {
            if (file.Settings.FirstOrDefault(setting => setting.Name == name) is { } setting)
            {
                return (file, setting);
            }
        }

        return null;
    }

    private string? Text(CodeFile file, FrameworkSetting setting) => values.Resolve(setting.Value, file, _ => null).Text;
}
