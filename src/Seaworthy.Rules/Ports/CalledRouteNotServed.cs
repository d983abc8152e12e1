using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>One component calls another at a path that the other does not serve.</summary>
internal sealed class CalledRouteNotServed : Rule<RouteCall>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/called-route-not-served",
            Title = "Call of a path that the other side does not serve",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Rationale = "The call is answered with 404 however healthy both sides are, so what it is for never happens.",
            Holds = "The component that is called serves the path and the method.",
        };

    public override IEnumerable<RouteCall> Subjects(Deployment deployment) => deployment.Calls;

    protected override Subject Identify(RouteCall subject) => new(subject.Caller.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(RouteCall subject, Deployment deployment)
    {
        if (subject.IsServed)
        {
            yield break;
        }

        var call = $"{subject.Caller.Name} calls {Method(subject)}{subject.Path} of {subject.Callee.Name} ({subject.Because})";
        var route = subject.Routes.Count > 0 ? subject.Routes[0] : subject.Near;
        var served = route is null ? "" : $"; it serves {route.Method} {route.Path}";
        var message =
            subject.Routes.Count > 0
                ? $"{call}, which it serves for another method only{served}."
                : $"{call}, which it does not serve{served}.";
        yield return Fail(subject.Span, message)
            .Related(route?.Chain ?? [], "it is served from here")
            .Related(subject.Chain)
            .Remedy(
                route is null
                    ? $"Serve the path in {subject.Callee.Name}, or correct {subject.Span}."
                    : $"Call `{route.Method} {route.Path}` in {subject.Span}, or mount the route under the path that is called."
            )
            .Verify(
                $"curl -i http://localhost:PORT{subject.Path.Replace("{}", "1", StringComparison.Ordinal)}   # against {subject.Callee.Name}"
            );
    }

    private static string Method(RouteCall call) => call.Method == "*" ? "" : call.Method + " ";
}
