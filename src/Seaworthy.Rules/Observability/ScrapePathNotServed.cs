using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>Prometheus scrapes a path that the component does not serve.</summary>
internal sealed class ScrapePathNotServed : Rule<EndpointUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/scrape-path-not-served",
            Title = "Metrics path not served",
            Area = Area.Observability,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Prometheus gets a 404, sees the target as down and has no metrics.",
            Holds = "The component serves the scraped path.",
        };

    public override IEnumerable<EndpointUse> Subjects(Deployment deployment) =>
        deployment.Endpoints.Where(use =>
            use is { Origin: EndpointOrigin.Scrape, Path: not null, Callee: { Public: null, Components.Count: > 0 } callee }
            && use.Answer is HostAnswer.Workload or HostAnswer.OtherNetwork or HostAnswer.Undecided
            && callee.Components.Any(component => component.Routes.Count > 0)
        );

    protected override Subject Identify(EndpointUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EndpointUse subject, Deployment deployment)
    {
        var path = subject.Path ?? "/metrics";
        var components = subject.Callee?.Components ?? [];
        var routes = components.SelectMany(component => component.Routes).ToList();
        if (routes.Exists(route => route.Path.Matches(path)))
        {
            yield break;
        }

        var near = routes.Find(route => route.Path.Text.EndsWith(path, StringComparison.Ordinal));
        var doubt = components.Select(component => component.RoutesIncompleteBecause).FirstOrDefault(why => why is not null);
        var message =
            $"{subject.Subject} scrapes `{path}` from {subject.Host}, which {(near is null ? "does not serve it" : $"serves `{near.Path}` instead")}.";
        if (near is null && doubt is not null)
        {
            // Metrics are often served by a library that mounts its own path.
            yield return Unknown(subject.Span, $"unknown whether {subject.Host} serves {path} for {subject.Subject}: {doubt}.");
            yield break;
        }

        // A library may serve the path in a way that no route shows, beside what was read as well.
        var verdict = doubt is null && near is not null ? Fail(subject.Span, message) : Warn(subject.Span, message);
        yield return verdict
            .Related(near?.Chain ?? [], "served here")
            .Related(subject.Chain)
            .Remedy(near is null ? $"Serve {path} in {subject.Host}, or remove the job." : $"Write `metrics_path: {near.Path}` in the job.")
            .Verify(
                near is null
                    ? TreeCheck.GoneOr(
                        subject.Span,
                        subject.Callee is { } callee
                            ? (CommandText)$"{TargetCommand.Exec(callee, deployment)} wget -qO- http://localhost:{subject.Port}{path}"
                            : $"curl -fsS http://{subject.Host}:{subject.Port}{path}"
                    )
                    : $"{TreeCheck.OneGone([subject.Span, .. near.Chain])} || git grep -nF -e {$"metrics_path: {near.Path}"} -- {subject.Span.File.Path}"
            );
    }
}
