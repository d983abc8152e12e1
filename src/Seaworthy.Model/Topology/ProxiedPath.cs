using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Requests that a proxy passes on to a workload by the beginning of their path.</summary>
/// <param name="Callee">The component that answers; all its routes are known.</param>
/// <param name="From">How the path begins at the proxy.</param>
/// <param name="To">How it begins when it arrives: <c>/</c> when the proxy takes <paramref name="From"/> away.</param>
public sealed record ProxiedPath(Workload Proxy, Workload Target, Component Callee, string From, string To, SourceSpan Span)
{
    /// <summary>Where a router chooses the middleware that takes <see cref="From"/> away; null where the proxy has no such thing.</summary>
    public SourceSpan? Middleware { get; init; }

    /// <summary>At least one route may answer to a path that begins so.</summary>
    /// <remarks>Source: nginx documentation, "location" and "proxy_pass": a prefix is a beginning of the text, whether a segment ends there or not.</remarks>
    public bool IsServed => Callee.Routes.Any(route => route.Path.MayBeginWith(To));

    /// <summary>A route that would answer, had the proxy taken away what it leaves.</summary>
    public ServedRoute? Without => Callee.Routes.FirstOrDefault(route => !route.IsStatic && Segments(route).Length > 0 && !route.IsAside);

    /// <summary>A route of those that all begin with what the proxy takes away; null when it takes nothing, or when others do not.</summary>
    public ServedRoute? TakenFrom
    {
        get
        {
            var prefix = From.Trim('/') + "/";
            var own = Callee.Routes.Where(route => Segments(route).Length > 0 && !route.IsAside).ToList();
            return To == "/" && prefix.Length > 1 && own.Count > 1 && own.TrueForAll(route => Begins(route, prefix)) ? own[0] : null;
        }
    }

    private static bool Begins(ServedRoute route, string prefix) =>
        (route.Path.Text.TrimStart('/') + "/").StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static string[] Segments(ServedRoute route) => route.Path.Text.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
