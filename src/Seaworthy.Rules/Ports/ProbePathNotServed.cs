using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check requests a path that the application does not serve.</summary>
internal sealed class ProbePathNotServed : Rule<ProbedWorkload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-path-not-served",
            Title = "Health check path not served",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The check always gets 404: the container stays unhealthy, and services that wait for it never start.",
            Holds = "The application serves the probed path.",
        };

    // Not judged: a public image, and a component whose routes are not all known.
    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload
            .Of(deployment)
            .Where(probed =>
                probed is { Probe: { Kind: ProbeKind.Http, Path: not null }, Workload.Components.Count: > 0 }
                && KnownRoutes.Are(probed.Workload)
                && IsOfComponent(probed)
            );

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        var path = subject.Probe.Path ?? "/";
        var matching = KnownRoutes.Matching(subject.Workload, path);
        // A path served for another method answers 405, which the check may accept.
        if (
            matching.Any(route => route.Method is "*" or "GET" or "HEAD" || route.Method == subject.Probe.Method)
            || (matching.Count > 0 && subject.Probe.TakesOtherMethod)
        )
        {
            yield break;
        }

        if (subject.Probe.MentionedAt is { } mention)
        {
            yield return Unknown(
                subject.Probe.Span,
                $"The {subject.Probe.Origin} of {subject.Workload.Name} requests `{path}`; unknown whether it is served: only {mention} names it."
            );
            yield break;
        }

        UnservedPath unserved = new(path, matching, KnownRoutes.Health(subject.Workload, path));
        var message =
            $"The {subject.Probe.Origin} of {subject.Workload.Name} requests `{path}`, which the application does not serve{unserved.ServedInstead}.";
        // Without a similar route, a library may serve the path without one.
        var isSlip = unserved.Meant is not null || path.StartsWith("/actuator/", StringComparison.Ordinal);
        var verdict = (isSlip ? Fail(subject.Probe.Span, message) : Warn(subject.Probe.Span, message).As(Severity.High))
            .Related(unserved.Meant?.Chain ?? [], "served here")
            .Remedy(
                unserved.Near is { } near
                    ? $"Probe `{near.Path}` in {subject.Probe.Span}."
                    : $"Serve `{path}`, or probe a served path in {subject.Probe.Span}."
            )
            .Verify(TargetCommand.Healthy(subject.Workload, deployment));
        yield return subject.Counted(verdict, isAnswered: true, deployment);
    }

    /// <summary>A proxy in the same container, or a second port for metrics, may answer instead of the application.</summary>
    private static bool IsOfComponent(ProbedWorkload probed) =>
        probed.Workload.Image?.Final.PublicBase?.Name.Contains("nginx", StringComparison.Ordinal) is not true
        && (
            probed.Probe.Port is null
            || (probed.Workload.Listens.Ports.Count == 0 && !ExposesAnother(probed))
            || probed.Workload.Listens.Contains(probed.Probe.Port ?? 0)
        );

    /// <summary>Its image says that it listens elsewhere, so something else answers on the probed port.</summary>
    private static bool ExposesAnother(ProbedWorkload probed) =>
        probed.Workload.Image?.Final.ExposedPorts is { Count: > 0 } exposed && !exposed.Any(port => port.Value == probed.Probe.Port);
}
