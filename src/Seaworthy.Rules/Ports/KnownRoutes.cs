using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The routes of a workload, where they are known as a whole: of a path that none has, it can be said that nothing serves it.</summary>
internal static class KnownRoutes
{
    private static IReadOnlyList<string> HealthWords => ["health", "ready", "live", "ping", "status", "/up"];

    public static bool Are(Workload workload) => Serves(workload) && !ServesItself(workload) && !IsBehindUnknownServer(workload);

    /// <summary>With whatever method. Directories of files serve no path of their own.</summary>
    public static IReadOnlyList<ServedRoute> Matching(Workload workload, string path) =>
        [
            .. workload
                .Components.SelectMany(component => component.Routes)
                .Where(route => route.Path.Matches(path) && !(route.IsStatic && path.Length > 1)),
        ];

    /// <summary>The route that was most likely meant: one for checks, with the end of the path at best.</summary>
    public static ServedRoute? Health(Workload workload, string path) =>
        Own(workload)
            .Where(route =>
                route.Method is "*" or "GET" && HealthWords.Any(word => route.Path.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            .OrderByDescending(route => route.Path.Text.EndsWith(path, StringComparison.Ordinal) ? 1 : 0)
            .ThenBy(route => route.Path.Text.Length)
            .FirstOrDefault();

    /// <summary>The routes of the probed process: an image may hold other programs, whose routes are on other ports.</summary>
    private static IEnumerable<ServedRoute> Own(Workload workload)
    {
        var listening = workload.Listens.Ports.SelectMany(port => port.Chain).Select(span => span.File).ToHashSet();
        var ownComponents =
            workload.Components.Count == 1
                ? workload.Components
                : workload.Components.Where(component => component.Code.Any(file => listening.Contains(file.File)));
        return ownComponents
            .SelectMany(component => component.Routes)
            .Where(route => workload.Listens.RunFiles is not { Count: > 0 } run || run.Contains(route.Span.File.Path));
    }

    private static bool Serves(Workload workload)
    {
        var servers = workload.Components.Where(component => !IsLibrary(component)).ToList();
        return servers.Count > 0 && servers.All(component => component is { RoutesIncompleteBecause: null, Routes.Count: > 0 });
    }

    /// <summary>A program with pages of its own: the component's routes are another program's.</summary>
    private static bool ServesItself(Workload workload) =>
        workload.Start?.Commands.Any(command => command.Words.Any(word => word.Literal == "streamlit")) is true;

    /// <summary>Neither routes nor sockets: a library.</summary>
    private static bool IsLibrary(Component component) =>
        component.Routes.Count == 0
        && component.UnreadFramework is null
        && component.Code.All(file => file.Listeners.Count == 0 && file.Routes.Count == 0);

    /// <summary>PHP images with a web server serve paths of their own.</summary>
    private static bool IsBehindUnknownServer(Workload workload) =>
        workload.Components.Any(component => component.Language == Language.Php) && workload.Image is { Final.PublicBase: null };
}
