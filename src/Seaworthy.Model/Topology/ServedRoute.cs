using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A path a component serves, with every prefix put in front of it on the way.</summary>
/// <param name="Method">Upper case; <c>*</c> for every method.</param>
/// <param name="Path">The whole path.</param>
/// <param name="Chain">The route first, then each place that added a prefix.</param>
public sealed record ServedRoute(string Method, RoutePattern Path, IReadOnlyList<SourceSpan> Chain)
{
    // What is outside of an application's prefix wherever that is.
    private static readonly HashSet<string> Aside = new(StringComparer.OrdinalIgnoreCase)
    {
        "health",
        "healthz",
        "healthcheck",
        "ready",
        "readyz",
        "live",
        "livez",
        "ping",
        "status",
        "version",
        "metrics",
        "docs",
        "redoc",
        "swagger",
        "swagger-resources",
        "swagger-ui",
        "swagger-ui.html",
        "openapi.json",
        "actuator",
        "favicon.ico",
    };

    /// <summary>Answers with files of a directory, and only with those that exist.</summary>
    public bool IsStatic { get; init; }

    public SourceSpan Span => Chain[0];

    /// <summary>Stands beside what the application is for: a check, its documentation.</summary>
    public bool IsAside =>
        Path.Text.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
        && (Aside.Contains(first) || Path.Text.Contains("/api-docs", StringComparison.Ordinal));
}
