using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The routes of a workload, or of a component that runs without one.</summary>
internal sealed record AppRoutes
{
    private readonly Workload? workload;
    private readonly Component? component;

    public AppRoutes(Workload workload) => this.workload = workload;

    public AppRoutes(Component component) => this.component = component;

    public IReadOnlyList<ServedRoute> Matching(string path) =>
        workload is { } running ? KnownRoutes.Matching(running, path)
        : component is { } own ? [.. own.Routes.Where(route => route.Path.Matches(path) && !(route.IsStatic && path.Length > 1))]
        : [];

    public ServedRoute? Health(string path) =>
        workload is { } running
            ? KnownRoutes.Health(running, path)
            : component
                ?.Routes.Where(route => route.Method is "*" or "GET" && route.Path.Text.EndsWith(path, StringComparison.Ordinal))
                .OrderBy(route => route.Path.Text.Length)
                .FirstOrDefault();
}
