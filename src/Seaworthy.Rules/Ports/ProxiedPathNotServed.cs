using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A proxy keeps or strips a prefix, and the application behind it expects the opposite.</summary>
internal sealed class ProxiedPathNotServed : Rule<IReadOnlyList<ProxiedPath>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/proxied-path-not-served",
            Title = "Proxy prefix mismatch",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Every request to that location gets 404, although proxy and application are healthy.",
            Holds = "The application serves the prefix that the proxy passes on.",
        };

    // One line of the proxy may belong to several targets.
    public override IEnumerable<IReadOnlyList<ProxiedPath>> Subjects(Deployment deployment) =>
        deployment.All<ProxiedPath>().Where(IsForCode).GroupBy(path => path.Span).Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<ProxiedPath> subject) => new(subject[0].Proxy.Name, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ProxiedPath> subject, Deployment deployment)
    {
        var path = subject[0];
        if (subject.All(each => !each.IsServed))
        {
            yield return (IsAsked(path, deployment) ? Fail : (Func<Model.Source.SourceSpan, string, Verdict>)Warn)(
                path.Span,
                $"{path.Proxy.Name} passes `{path.From}` to {path.Target.Name} as `{path.To}`, but no route of {path.Callee.Title} starts with that{Serves(path.Without)}."
            )
                .Related(path.Without?.Chain ?? [], "served here")
                .Remedy(
                    path.To == path.From
                        ? $"Strip `{path.From}` in {path.Span}, or serve the routes below it."
                        : $"Pass the path as the application serves it, in {path.Span}."
                )
                .Verify(Request(path));
        }
        else if (path.TakenFrom is { } route && subject.All(each => each.TakenFrom is not null))
        {
            yield return LikelyFail(
                    path.Span,
                    $"{path.Proxy.Name} strips `{path.From}`, but all routes of {path.Target.Name} start with it{Serves(route)}."
                )
                .Related(path.Middleware, "chosen here")
                .Related(route.Chain, "served here")
                .Remedy(
                    path.Middleware is { } chosen
                        ? $"Remove the middleware from the router in {chosen}."
                        : $"Keep the path in {path.Span}: write only host and port."
                )
                .Verify(path.Middleware is { } place ? TreeCheck.OneGone([path.Span, place]) : Request(path));
        }
    }

    /// <summary>Some code of the repository calls a path below it; otherwise the line may be left from a template.</summary>
    private static bool IsAsked(ProxiedPath path, Deployment deployment) =>
        path.From.TrimEnd('/') is { Length: > 0 } prefix
        && deployment
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.Calls)
            .Any(call => call.Span.Mentions(prefix) || call.Client is not null);

    /// <summary>Libraries serve their own paths (a socket, admin pages) below other names.</summary>
    private static bool IsForCode(ProxiedPath path) => IsOfApi(path.To == "/" ? path.From : path.To);

    private static bool IsOfApi(string path) =>
        path.Trim('/').Split('/')[0] is var first
        && (
            first.Equals("api", StringComparison.OrdinalIgnoreCase)
            || first is ['v', >= '0' and <= '9']
            || first.StartsWith("api-", StringComparison.Ordinal)
        );

    private static string Serves(ServedRoute? route) => route is null ? "" : $". It serves `{route.Method} {route.Path}`";

    private static CommandText Request(ProxiedPath path) =>
        path.Proxy.Ports.Select(port => port.Published).FirstOrDefault(port => port is not null) is { } published
            ? TreeCheck.GoneOr(path.Span, $"curl -fsS http://localhost:{published}{path.From.TrimEnd('/')}/")
            : TreeCheck.Gone(path.Span);
}
