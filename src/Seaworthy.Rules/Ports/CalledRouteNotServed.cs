using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Configuration;

namespace Seaworthy.Rules.Ports;

/// <summary>One component calls a path that another does not serve. Calls that fail for one reason (the same prefix, one file written for another server) are one verdict.</summary>
internal sealed class CalledRouteNotServed : Rule<IReadOnlyList<RouteCall>>
{
    private const int Named = 4;
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/called-route-not-served",
            Title = "Call to missing route",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The call gets 404 (or 405 for a wrong method) although both sides are healthy, so the feature behind it does not work.",
            Holds = "The called component serves the path and method.",
        };

    public override IEnumerable<IReadOnlyList<RouteCall>> Subjects(Deployment deployment)
    {
        foreach (
            // A path computed as a whole, as by a client that repeats a request, is not known.
            var pair in deployment
                .All<RouteCall>()
                .Where(call => call.Path != "/{}" && (call.IsServed || !IsOfUnreachable(call, deployment)))
                .GroupBy(call => new
                {
                    call.Caller,
                    call.Callee,
                    call.IsServed,
                })
        )
        {
            var causes = pair.GroupBy(call => new
                {
                    Prefix = pair.Key.IsServed ? "" : ShortBase.Of(call, deployment)?.ToString() ?? call.MissingPrefix,
                    call.IsUnused,
                })
                .ToLookup(cause => cause.Count() > 1);
            // Single misses of one file are reported together: a client written before its server.
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

    protected override Subject Identify(IReadOnlyList<RouteCall> subject) =>
        new(subject[0].Caller.Title, subject[0].Span, $"{Method(subject[0])}{subject[0].Path}");

    protected override IEnumerable<Verdict> Check(IReadOnlyList<RouteCall> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.IsServed)
        {
            yield break;
        }

        // One address without the beginning of the routes explains every call through it.
        if (subject.Count > 1 && first is { UncertainBecause: null, IsUnused: false } && ShortBase.Of(first, deployment) is { } address)
        {
            yield return OfAddress(subject, address, deployment);
            yield break;
        }

        var verdict =
            first.UncertainBecause is { } why ? Unknown(first.Span, $"{Message(subject)} Another server may answer: {why}.")
            : first.IsUnused
                ? Warn(
                        first.Span,
                        $"{Message(subject)} Nothing in {first.Caller.Title} uses the calling {(subject.Count == 1 ? "function" : "functions")}."
                    )
                    .As(Severity.Low)
            : first.IsGuess ? Warn(first.Span, Message(subject)).As(Severity.Medium)
            : !IsDeployed(first.Caller, deployment)
                ? Warn(first.Span, $"{Message(subject)} No target deploys {first.Caller.Title}.").As(Severity.Medium)
            : IsContradiction(subject) ? Fail(first.Span, Message(subject))
            : Warn(first.Span, Message(subject));
        var route = Served(first);
        yield return verdict
            .Related(subject.Skip(1).Select(call => call.Span), "same call here")
            .Related(route?.Chain ?? [], "served here")
            .Related(first.Chain)
            .Remedy(
                route switch
                {
                    null => $"Serve the path in {first.Callee.Title}, or fix the call in {first.Span}.",
                    _ when first.Routes.Count > 0 =>
                        $"Serve {Method(first)}{first.Path} in {first.Callee.Title}, or use {route.Method} in {first.Span}.",
                    _ when first.IsPrefixSlip =>
                        $"Call `{Method(route)}{route.Path}` in {first.Span}, or mount the route at the called path.",
                    // A path that only begins alike may do something else.
                    _ =>
                        $"Serve {Method(first)}{first.Path} in {first.Callee.Title}, or call `{Method(route)}{route.Path}` in {first.Span} if you meant that.",
                }
            )
            .Verify(Asked(first, deployment));
    }

    private Verdict OfAddress(IReadOnlyList<RouteCall> calls, ShortBase address, Deployment deployment)
    {
        var first = calls[0];
        var paths = calls.Select(call => Method(call) + call.Path).Distinct(StringComparer.Ordinal).ToList();
        var message =
            $"{first.Caller.Title} calls {NameList.Of(paths, Named)} on {first.Callee.Title}, which serves them below `{address.Prefix}`: the address lacks it.";
        return (
            IsDeployed(first.Caller, deployment) && !first.IsGuess
                ? Fail(address.Place, message)
                : Warn(address.Place, message).As(Severity.Medium)
        )
            .Related(calls.Take(MostPlaces).Select(call => call.Span), "calls through it")
            .Related(Served(first)?.Chain ?? [], "served here")
            .Remedy($"Add `{address.Prefix}` to the end of the address in {address.Place}.")
            .VerifyGone();
    }

    /// <summary>The base of its address is not reachable from browsers, which is reported there.</summary>
    private static bool IsOfUnreachable(RouteCall call, Deployment deployment) =>
        UnreachableBase
            .All(deployment)
            .Any(found => call.Chain.Any(place => place.File == found.Use.Span.File && place.StartLine == found.Use.Span.StartLine));

    /// <summary>The call was changed, or the route answers; without a published port only the first can be checked.</summary>
    private static CommandText Asked(RouteCall call, Deployment deployment) =>
        deployment
            .WorkloadsOfRoot(call.Callee.Root)
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
    /// Both sides name the same thing differently: another method, or a route that ends alike. Where no route is similar, our reading may have missed it.
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
        var call = $"{first.Caller.Title} calls {NameList.Of(paths, Named)} on {first.Callee.Title} ({first.Because})";
        return first.Routes.Count > 0 ? $"{call}, but it serves that path only for another method." : $"{call}, but it has no such route.";
    }

    private static ServedRoute? Served(RouteCall call) => call.Routes.Count > 0 ? call.Routes[0] : call.Near;

    private static string Method(ServedRoute route) => route.Method == "*" ? "" : route.Method + " ";

    private static string Method(RouteCall call) => call.Method == "*" ? "" : call.Method + " ";
}
