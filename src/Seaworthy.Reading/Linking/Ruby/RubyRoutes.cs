using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Ruby;
using Seaworthy.Reading.Linking.Components;

namespace Seaworthy.Reading.Linking.Ruby;

/// <summary>What a component of Ruby serves besides the routes of its source: what Rails and gems add by themselves, files of the public directory; and why the list may not be whole.</summary>
internal static class RubyRoutes
{
    private const int MostFiles = 500;

    // Rails' own, and what a build puts into the public directory.
    private static readonly string[] OfRails =
    [
        "/rails/*",
        "/cable",
        "/assets/*",
        "/packs/*",
        "/vite/*",
        "/recede_historical_location",
        "/resume_historical_location",
        "/refresh_historical_location",
    ];

    // Draw routes into the application without being asked.
    private static readonly Dictionary<string, string[]> Drawing = new(StringComparer.Ordinal)
    {
        ["clearance"] = ["/session/*", "/sessions/*", "/passwords/*", "/sign_in", "/sign_out", "/sign_up", "/users/*"],
        ["high_voltage"] = ["/pages/*"],
        ["ahoy_matey"] = ["/ahoy/*"],
        ["omniauth"] = ["/auth/*"],
        ["letter_opener_web"] = ["/letter_opener/*"],
    };

    // Answer checks, as their names tell.
    private static readonly string[] OfChecks = ["health", "okcomputer", "easymon", "heartbeat", "status", "ping", "prometheus", "monitor"];

    public static Component Complete(Deployment deployment, Component component)
    {
        var gems = component.Manifests.OfType<Gemfile>().SelectMany(manifest => manifest.Dependencies).ToList();
        if (component.Language != Language.Ruby && gems.Count == 0)
        {
            return component;
        }

        var isRails = gems.Exists(gem => gem.Name is "rails" or "railties");
        var isKnown = isRails || gems.Exists(gem => gem.Name == "sinatra");
        if (component.Language != Language.Ruby && !isKnown)
        {
            return component;
        }

        var here = component.Manifests.Count > 0 ? component.Manifests[0].File.Whole : component.Code[0].File.Whole;
        return component with
        {
            Routes = component.RoutesIncompleteBecause is null
                ?
                [
                    .. component.Routes,
                    .. PublicFiles(deployment, component, here),
                    .. (isRails ? OfRails : []).Select(path => Route(path, here)),
                    .. gems.SelectMany(gem => Drawing.GetValueOrDefault(gem.Name, []).Select(path => Route(path, gem.Span))),
                    .. WebServerPaths.Routes(deployment, component),
                ]
                : component.Routes,
            RoutesIncompleteBecause =
                component.RoutesIncompleteBecause
                ?? (isKnown ? null : "its framework is not read")
                ?? Opened(component)
                ?? Brought(gems)
                ?? WebServerPaths.Doubt(deployment, component),
        };
    }

    private static string? Opened(Component component) =>
        component.Code.SelectMany(file => file.Settings).FirstOrDefault(setting => setting.Name == RubySettings.OpenRoutes) is { } open
            ? $"what {open.Span} serves is not followed"
            : null;

    private static string? Brought(List<Dependency> gems) =>
        gems.Find(gem =>
            gem.Source is DependencySource.Git or DependencySource.Path
            || Array.Exists(OfChecks, word => gem.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
        )
            is { } gem
            ? $"{gem.Name}, a gem, may serve more"
            : null;

    private static IEnumerable<ServedRoute> PublicFiles(Deployment deployment, Component component, SourceSpan here)
    {
        var root = component.Root.Length == 0 ? "public" : component.Root + "/public";
        return deployment
            .Tree.FilesUnder(root)
            .Take(MostFiles)
            .Select(file => file.Path[root.Length..])
            .SelectMany(path => path.EndsWith(".html", StringComparison.Ordinal) ? [path, path[..^".html".Length]] : new[] { path })
            .Select(path => Route(path.EndsWith("/index", StringComparison.Ordinal) ? path[..^"index".Length] : path, here));
    }

    private static ServedRoute Route(string path, SourceSpan span) => new("*", RoutePattern.Parse(path), [span]);
}
