using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>One component calls another at a path that the other does not serve. Calls that miss for one reason, the same prefix or one file that was written for another server, are one verdict.</summary>
internal sealed class CalledRouteNotServed : Rule<IReadOnlyList<RouteCall>>
{
    private const int Named = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/called-route-not-served",
            Title = "Call of a path that the other side does not serve",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The call is answered with 404 however healthy both sides are (405, or what the framework makes of it, where the path is served for another method), so what it is for never happens.",
            Holds = "The component that is called serves the path and the method.",
        };

    public override IEnumerable<IReadOnlyList<RouteCall>> Subjects(Deployment deployment)
    {
        foreach (
            // What is computed as a whole, as a client that repeats a request does it, is no path.
            var pair in deployment
                .All<RouteCall>()
                .Where(call => call.Path != "/{}")
                .GroupBy(call => new
                {
                    call.Caller,
                    call.Callee,
                    call.IsServed,
                })
        )
        {
            var causes = pair.GroupBy(call => new { Prefix = pair.Key.IsServed ? "" : call.MissingPrefix, call.IsUnused })
                .ToLookup(cause => cause.Count() > 1);
            // What misses alone is told with what else its file misses: a client that was written before its server.
            var alone = causes[false].SelectMany(cause => cause);
            foreach (
                var subject in causes[true]
                    .Select(cause => cause.ToList())
                    .Concat(
                        alone
                            .GroupBy(call => new
                            {
                                call.Span.File.Path,
                                IsMethod = call.Routes.Count > 0,
                                call.IsGuess,
                                call.IsUnused,
                            })
                            .Select(file => file.ToList())
                    )
            )
            {
                yield return subject;
            }
        }
    }

    protected override Subject Identify(IReadOnlyList<RouteCall> subject) => new(subject[0].Caller.Title, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<RouteCall> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.IsServed)
        {
            yield break;
        }

        var verdict =
            first.UncertainBecause is { } why ? Unknown(first.Span, $"{Message(subject)} Another may answer there: {why}.")
            : first.IsUnused
                ? Warn(
                        first.Span,
                        $"{Message(subject)} Nothing in {first.Caller.Title} names the {(subject.Count == 1 ? "function" : "functions")} that would ask."
                    )
                    .As(Severity.Low)
            : first.IsGuess ? Warn(first.Span, Message(subject)).As(Severity.Medium)
            : !IsDeployed(first.Caller, deployment)
                ? Warn(first.Span, $"{Message(subject)} Nothing here shows that {first.Caller.Title} is deployed.").As(Severity.Medium)
            : IsContradiction(subject) ? Fail(first.Span, Message(subject))
            : Warn(first.Span, Message(subject));
        var route = Served(first);
        yield return verdict
            .Related(subject.Skip(1).Select(call => call.Span), "so does this call")
            .Related(route?.Chain ?? [], "it is served from here")
            .Related(first.Chain)
            .Remedy(
                route switch
                {
                    null => $"Serve the path in {first.Callee.Title}, or correct {first.Span}.",
                    _ when first.Routes.Count > 0 =>
                        $"Serve {Method(first)}{first.Path} in {first.Callee.Title}, or ask with {route.Method} in {first.Span} if that is meant.",
                    _ when first.IsPrefixSlip =>
                        $"Call `{route.Method} {route.Path}` in {first.Span}, or mount the route under the path that is called.",
                    // What only begins alike may do something else altogether.
                    _ =>
                        $"Serve {Method(first)}{first.Path} in {first.Callee.Title}, or correct the path in {first.Span} if `{route.Method} {route.Path}` is meant.",
                }
            )
            .Verify(Asked(first, deployment));
    }

    /// <summary>The call was changed, or the route answers; where nobody publishes it, only the first can be seen.</summary>
    private static CommandText Asked(RouteCall call, Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload.Components.Any(component => component.Root == call.Callee.Root))
            .SelectMany(workload => workload.Ports)
            .Select(port => port.Published)
            .FirstOrDefault(port => port is not null)
            is { } published
            ? TreeCheck.GoneOr(
                call.Span,
                $"curl -fsS -X {(call.Method == "*" ? "GET" : call.Method)} http://localhost:{published}{call.Path.Replace("{}", "1", StringComparison.Ordinal)}"
            )
            : TreeCheck.Gone(call.Span);

    /// <summary>
    /// Both sides speak of the same thing in different words: another method, or a route that ends alike. That no route at all was found may be for want of reading.
    /// </summary>
    private static bool IsContradiction(IReadOnlyList<RouteCall> calls) => calls.Any(call => Served(call) is not null);

    /// <summary>An image holds it, or a workload runs it.</summary>
    private static bool IsDeployed(Component component, Deployment deployment) =>
        deployment.Images.SelectMany(image => image.Components).Any(built => built.Root == component.Root)
        || deployment.Workloads.SelectMany(workload => workload.Components).Any(run => run.Root == component.Root);

    private static string Message(IReadOnlyList<RouteCall> calls)
    {
        var first = calls[0];
        var paths = calls.Select(call => Method(call) + call.Path).Distinct(StringComparer.Ordinal).ToList();
        var call = $"{first.Caller.Title} calls {NameList.Of(paths, Named)} of {first.Callee.Title} ({first.Because})";
        var route = Served(first);
        var served = route is null ? "" : $"; it serves {route.Method} {route.Path}";
        return first.Routes.Count > 0
            ? $"{call}, which it serves for another method only{served}."
            : $"{call}, which it does not serve{served}.";
    }

    private static ServedRoute? Served(RouteCall call) => call.Routes.Count > 0 ? call.Routes[0] : call.Near;

    private static string Method(RouteCall call) => call.Method == "*" ? "" : call.Method + " ";
}
