using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Ruby;
using Seaworthy.Reading.Linking.Components;

namespace Seaworthy.Reading.Linking.Ruby;

/// <summary>What a component of Ruby serves besides the routes of its source: what Rails and gems add by themselves, files of the public directory; and why the list may not be whole.</summary>
internal static class RubyRoutes
{
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

    public static Component Complete(Deployment deployment, Component component, WebServerPaths servers)
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

        var here = AddedRoutes.Home(component);
        return component with
        {
            Routes = component.RoutesIncompleteBecause is null
                ?
                [
                    .. component.Routes,
                    .. PublicPaths(deployment, component).Select(path => AddedRoutes.Of(path, here)),
                    .. (isRails ? OfRails : []).Select(path => AddedRoutes.Of(path, here)),
                    .. gems.SelectMany(gem => Drawing.GetValueOrDefault(gem.Name, []).Select(path => AddedRoutes.Of(path, gem.Span))),
                    .. servers.Routes(component),
                ]
                : component.Routes,
            RoutesIncompleteBecause =
                component.RoutesIncompleteBecause
                ?? (isKnown ? null : "its framework is not supported")
                ?? AddedRoutes.Opened(component, RubySettings.OpenRoutes)
                ?? Brought(gems)
                ?? servers.Doubt,
        };
    }

    private static string? Brought(List<Dependency> gems) =>
        gems.Find(gem =>
            gem.Source is DependencySource.Git or DependencySource.Path
            || Array.Exists(OfChecks, word => gem.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
        )
            is { } gem
            ? $"the gem {gem.Name} may serve more routes"
            : null;

    /// <summary>A page answers without its ending, too, and for its directory.</summary>
    private static IEnumerable<string> PublicPaths(Deployment deployment, Component component) =>
        AddedRoutes
            .PublicPaths(deployment, component)
            .SelectMany(path => path.EndsWith(".html", StringComparison.Ordinal) ? [path, path[..^".html".Length]] : new[] { path })
            .Select(path => path.EndsWith("/index", StringComparison.Ordinal) ? path[..^"index".Length] : path);
}
