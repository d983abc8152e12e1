using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A health check asks for a path that the application does not serve.</summary>
internal sealed class ProbePathNotServed : Rule<ProbedWorkload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/probe-path-not-served",
            Title = "Health check of a path that is not served",
            Area = Area.PortsAndHealth,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The check is answered with 404 however well the process is: it counts as unhealthy for ever, and what waits for it never starts.",
            Holds = "The application serves the path that is probed.",
        };

    // A public image that serves itself, and a component whose routes are not all known, are no subjects.
    public override IEnumerable<ProbedWorkload> Subjects(Deployment deployment) =>
        ProbedWorkload
            .Of(deployment)
            .Where(probed =>
                probed is { Probe: { Kind: ProbeKind.Http, Path: not null }, Workload.Components.Count: > 0 }
                && Serves(probed.Workload)
                && !ServesItself(probed.Workload)
                && IsOfComponent(probed)
            );

    protected override Subject Identify(ProbedWorkload subject) => subject.Identity;

    protected override IEnumerable<Verdict> Check(ProbedWorkload subject, Deployment deployment)
    {
        var path = subject.Probe.Path ?? "/";
        var routes = subject.Workload.Components.SelectMany(component => component.Routes).ToList();
        var matching = routes.Where(route => route.Path.Matches(path) && !(route.IsStatic && path.Length > 1)).ToList();
        // A path that is served for another method answers 405, and the check may take that.
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
                $"{subject.Probe.Origin} of {subject.Workload.Name} asks for {path}; no route that was read has it, but {mention} names it."
            );
            yield break;
        }

        var health = Own(subject.Workload)
            .Where(route =>
                route.Method is "*" or "GET" && HealthWords.Any(word => route.Path.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            .OrderByDescending(route => route.Path.Text.EndsWith(path, StringComparison.Ordinal) ? 1 : 0)
            .ThenBy(route => route.Path.Text.Length)
            .FirstOrDefault();
        var served =
            matching.Count > 0 ? $"; it is served for {matching[0].Method} only"
            : health is null ? ""
            : $"; {health.Path} is";
        var message = $"{subject.Probe.Origin} of {subject.Workload.Name} asks for {path}, which the application does not serve{served}.";
        // Where no other path looks like the one that is meant, a library may answer it in a way that no route shows.
        var isSlip = matching.Count > 0 || health is not null || path.StartsWith("/actuator/", StringComparison.Ordinal);
        var verdict = (isSlip ? Fail(subject.Probe.Span, message) : Warn(subject.Probe.Span, message).As(Severity.High))
            .Related((matching.FirstOrDefault() ?? health)?.Chain ?? [], "it is served from here")
            .Remedy(
                health is null
                    ? $"Serve {path}, or probe a path that is served, in {subject.Probe.Span}."
                    : $"Probe `{health.Path}` in {subject.Probe.Span}."
            )
            .Verify(TargetCommand.Healthy(subject.Workload, deployment));
        yield return subject.Counted(verdict, isAnswered: true, deployment);
    }

    /// <summary>The routes of the process that is asked: an image may hold other programs as well, whose routes answer on no port of this one.</summary>
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

    private static IReadOnlyList<string> HealthWords => ["health", "ready", "live", "ping", "status", "/up"];

    private static bool Serves(Workload workload)
    {
        var servers = workload.Components.Where(component => !IsLibrary(component)).ToList();
        return servers.Count > 0 && servers.All(component => component is { RoutesIncompleteBecause: null, Routes.Count: > 0 });
    }

    /// <summary>A program that brings its own pages: the routes of the component are another program's.</summary>
    private static bool ServesItself(Workload workload) =>
        workload.Start?.Commands.Any(command => command.Words.Any(word => word.Literal == "streamlit")) is true;

    /// <summary>Neither routes nor sockets: others build on it.</summary>
    private static bool IsLibrary(Component component) =>
        component.Routes.Count == 0
        && component.UnreadFramework is null
        && component.Code.All(file => file.Listeners.Count == 0 && file.Routes.Count == 0);

    /// <summary>A proxy in the same container, or a second port for metrics, may answer in the application's place.</summary>
    private static bool IsOfComponent(ProbedWorkload probed) =>
        probed.Workload.Image?.Final.PublicBase?.Name.Contains("nginx", StringComparison.Ordinal) is not true
        && !IsBehindUnknownServer(probed.Workload)
        && (
            probed.Probe.Port is null
            || (probed.Workload.Listens.Ports.Count == 0 && !ExposesAnother(probed))
            || probed.Workload.Listens.Contains(probed.Probe.Port ?? 0)
        );

    /// <summary>Its image says that it listens elsewhere: whatever answers on the port that is asked is not it.</summary>
    private static bool ExposesAnother(ProbedWorkload probed) =>
        probed.Workload.Image?.Final.ExposedPorts is { Count: > 0 } exposed && !exposed.Any(port => port.Value == probed.Probe.Port);

    /// <summary>Images for PHP that bring a web server along answer paths of their own.</summary>
    private static bool IsBehindUnknownServer(Workload workload) =>
        workload.Components.Any(component => component.Language == Language.Php) && workload.Image is { Final.PublicBase: null };
}
