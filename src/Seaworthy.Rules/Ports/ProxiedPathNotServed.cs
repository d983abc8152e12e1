using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A proxy leaves or takes away a prefix, and the application behind it expects the opposite.</summary>
internal sealed class ProxiedPathNotServed : Rule<IReadOnlyList<ProxiedPath>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/proxied-path-not-served",
            Title = "Proxy whose prefix the application does not have",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Every request of that location is answered with 404, while proxy and application are both healthy.",
            Holds = "The application serves paths that begin as the proxy passes them on.",
        };

    // One line of the proxy may stand in several targets.
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
                $"{path.Proxy.Name} passes {path.From} on to {path.Target.Name} as {path.To}, and no route of {path.Callee.Title} begins so{Serves(path.Without)}."
            )
                .Related(path.Without?.Chain ?? [], "it is served from here")
                .Remedy(
                    path.To == path.From
                        ? $"Let the proxy take {path.From} away in {path.Span}, or serve the routes below it."
                        : $"Pass it on as the application serves it, in {path.Span}."
                )
                .Verify(Request(path));
        }
        else if (path.TakenFrom is { } route && subject.All(each => each.TakenFrom is not null))
        {
            yield return LikelyFail(
                    path.Span,
                    $"{path.Proxy.Name} takes {path.From} away before it passes requests on to {path.Target.Name}, whose routes all begin with it{Serves(route)}."
                )
                .Related(route.Chain, "it is served from here")
                .Remedy($"Leave the path as it is in {path.Span}: name the host and port alone.")
                .Verify(Request(path));
        }
    }

    /// <summary>Some code of the repository asks below it: else the line may be left from a template.</summary>
    private static bool IsAsked(ProxiedPath path, Deployment deployment) =>
        path.From.TrimEnd('/') is { Length: > 0 } prefix
        && deployment
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.Calls)
            .Any(call => call.Span.Mentions(prefix) || call.Client is not null);

    /// <summary>What libraries serve by themselves (a socket, pages for administrators) is below other names.</summary>
    private static bool IsForCode(ProxiedPath path) => IsOfApi(path.To == "/" ? path.From : path.To);

    private static bool IsOfApi(string path) =>
        path.Trim('/').Split('/')[0] is var first
        && (
            first.Equals("api", StringComparison.OrdinalIgnoreCase)
            || first is ['v', >= '0' and <= '9']
            || first.StartsWith("api-", StringComparison.Ordinal)
        );

    private static string Serves(ServedRoute? route) => route is null ? "" : $"; it serves {route.Method} {route.Path}";

    private static CommandText Request(ProxiedPath path) =>
        path.Proxy.Ports.Select(port => port.Published).FirstOrDefault(port => port is not null) is { } published
            ? TreeCheck.GoneOr(path.Span, $"curl -fsS http://localhost:{published}{path.From.TrimEnd('/')}/")
            : TreeCheck.Gone(path.Span);
}
