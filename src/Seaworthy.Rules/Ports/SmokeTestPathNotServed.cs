using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A job or script starts a Compose project and asks one of its services for a path that it does not serve.</summary>
internal sealed class SmokeTestPathNotServed : Rule<SmokeTestPathNotServed.Request>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/smoke-test-path-not-served",
            Title = "Wrong path in smoke test",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The application answers 404, the check fails, and with it the job or the deployment, although everything runs.",
            Holds = "The application serves the path that the check requests.",
        };

    public override IEnumerable<Request> Subjects(Deployment deployment) =>
        from call in deployment.ComposeCalls
        where call is { Verb: "up" or "start", Project: not null }
        from site in deployment.CommandsIn(call.Site.Span.File)
        where site.Subject == call.Site.Subject && site.Span.Start > call.Site.Span.Start
        from probe in site.Known.OfType<HttpProbeCommand>()
        where probe is { FailsOnErrorStatus: true, Method: "GET" or "HEAD" }
        let url = LocalUrl(probe.Url.Literal)
        where url is not null && url.AbsolutePath.Length > 1
        let workload = Published(deployment, call, url.Port)
        where
            workload is { Components.Count: > 0 }
            && KnownRoutes.Are(workload)
            && workload.Image?.Final.PublicBase?.Name.Contains("nginx", StringComparison.Ordinal) is not true
        select new Request(site, probe, url.AbsolutePath, workload);

    protected override Subject Identify(Request subject) => new(subject.Site.Subject, subject.Probe.Url.Span, subject.Path);

    protected override IEnumerable<Verdict> Check(Request subject, Deployment deployment)
    {
        var (site, probe, path, workload) = subject;
        var matching = KnownRoutes.Matching(workload, path);
        if (matching.Any(route => route.Method is "*" or "GET" or "HEAD"))
        {
            yield break;
        }

        UnservedPath unserved = new(path, matching, KnownRoutes.Health(workload, path));
        var message = $"{site.Subject} requests `{path}` of {workload.Name}, which the application does not serve{unserved.ServedInstead}.";
        yield return (
            unserved.Near is null || site.Command.MayFailUnnoticed
                ? Warn(probe.Url.Span, message).As(Severity.Medium)
                : Fail(probe.Url.Span, message)
        )
            .Related(unserved.Meant?.Chain ?? [], "served here")
            .Remedy(
                unserved.Near is { } near
                    ? $"Request `{near.Path}` in {probe.Url.Span}."
                    : $"Serve `{path}`, or request a served path in {probe.Url.Span}."
            )
            .VerifyGone();
    }

    private static Uri? LocalUrl(string? text) =>
        text is not null
        && Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}", UriKind.Absolute, out var url)
        && url is { Scheme: "http", Host: "localhost" or "127.0.0.1" or "0.0.0.0" }
            ? url
            : null;

    /// <summary>The workload of the project that answers on a port of the machine; null where several may.</summary>
    private static Workload? Published(Deployment deployment, ComposeCall call, int port)
    {
        var found = deployment
            .Workloads.Where(workload =>
                workload.Kind == TargetKind.Compose
                && call.Files.Any(file => file.Path == workload.TargetName || workload.Span.File.Path == file.Path)
            )
            .Where(workload => workload.Ports.Any(binding => binding.Published == port && binding.IsPublished))
            .ToList();
        return found.Select(workload => workload.Name).Distinct().Count() == 1 ? found[0] : null;
    }

    /// <summary>A request to a service that the same job or script has started.</summary>
    internal sealed record Request(CommandSite Site, HttpProbeCommand Probe, string Path, Workload Workload);
}
