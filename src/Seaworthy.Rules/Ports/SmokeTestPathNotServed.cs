using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Pipelines;

namespace Seaworthy.Rules.Ports;

/// <summary>A job or script asks a service that it has started, or the only application of the repository on the server that it deploys to, for a path that is not served.</summary>
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

    public override IEnumerable<Request> Subjects(Deployment deployment) => OfStarted(deployment).Concat(OfDeployed(deployment));

    /// <summary>Requests to services of a Compose project that the same job or script has started.</summary>
    private static IEnumerable<Request> OfStarted(Deployment deployment) =>
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
        select new Request(site, probe, url.AbsolutePath, workload.Name, new AppRoutes(workload));

    /// <summary>Requests on a server to the port of the only application that the repository has.</summary>
    private static IEnumerable<Request> OfDeployed(Deployment deployment) =>
        DeployedApplication.Of(deployment) is not { } application
            ? []
            : from site in deployment.Commands
            where DeployWords.IsOnServer(site) && !deployment.ComposeCalls.Any(call => call.Site.Subject == site.Subject)
            from probe in site.Known.OfType<HttpProbeCommand>()
            where probe is { FailsOnErrorStatus: true, Method: "GET" or "HEAD" }
            let url = LocalUrl(probe.Url.Literal)
            where url is not null && url.AbsolutePath.Length > 1 && application.Ports.Contains(url.Port)
            select new Request(site, probe, url.AbsolutePath, application.Component.Title, new AppRoutes(application.Component))
            {
                NeedsNear = true,
            };

    protected override Subject Identify(Request subject) => new(subject.Site.Subject, subject.Probe.Url.Span, subject.Path);

    protected override IEnumerable<Verdict> Check(Request subject, Deployment deployment)
    {
        var (site, probe, path, name, routes) = subject;
        var matching = routes.Matching(path);
        UnservedPath unserved = new(path, matching, routes.Health(path));
        if (matching.Any(route => route.Method is "*" or "GET" or "HEAD") || (subject.NeedsNear && !EndsWith(unserved.Near, path)))
        {
            yield break;
        }

        var message = $"{site.Subject} requests `{path}` of {name}, which the application does not serve{unserved.ServedInstead}.";
        yield return (
            unserved.Near is null || (site.Command.MayFailUnnoticed && !GivesUp(site, deployment))
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

    /// <summary>The same path below a prefix.</summary>
    private static bool EndsWith(ServedRoute? near, string path) => near?.Path.Text.EndsWith(path, StringComparison.Ordinal) is true;

    /// <summary>A loop that asks again and again, and an <c>exit 1</c> after it.</summary>
    private static bool GivesUp(CommandSite site, Deployment deployment) =>
        site.Command.Loop is not null
        && deployment
            .CommandsIn(site.Span.File)
            .Any(later =>
                later.Subject == site.Subject
                && later.Span.Start > site.Span.Start
                && later.Command is { IsConditional: false, Words: [{ Literal: "exit" }, { Literal: not "0" }] }
            );

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
    internal sealed record Request(CommandSite Site, HttpProbeCommand Probe, string Path, string Name, AppRoutes Routes)
    {
        /// <summary>Reported only where the application serves the path below a prefix.</summary>
        public bool NeedsNear { get; init; }
    }
}
