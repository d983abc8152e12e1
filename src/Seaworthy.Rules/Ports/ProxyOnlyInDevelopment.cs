using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A front end's development server proxies paths to a back end, and the web server of its build does not.</summary>
internal sealed class ProxyOnlyInDevelopment : Rule<FrontEndProxy>
{
    private const int Named = 3;
    private const int Shown = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/proxy-only-in-development",
            Title = "Proxy only in development",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The request works in development. In the deployed build it gets the front end's page or 404, never the back end.",
            Holds = "The web server of the build, or a proxy in front of it, passes on the same paths as the development server.",
        };

    public override IEnumerable<FrontEndProxy> Subjects(Deployment deployment) => deployment.All<FrontEndProxy>();

    protected override Subject Identify(FrontEndProxy subject) => new(subject.Component.Title, subject.Span);

    protected override IEnumerable<Verdict> Check(FrontEndProxy subject, Deployment deployment)
    {
        if (subject.Lost is not [var first, ..])
        {
            yield break;
        }

        var paths = NameList.Of([.. subject.Lost.Select(path => path.Path)], Named);
        var message =
            $"{subject.Component.Title} requests `{first.Calls[0].Value}`, but only its development server proxies {paths}; {subject.Server} of {subject.Subject} answers with {(subject.AnswersWithPage ? "index.html" : "404")}";
        var isCertain = subject.IsCertain && first.IsWrittenOut;
        var verdict =
            isCertain ? Fail(subject.Span, $"{message}.")
            : subject.Published is not null ? LikelyFail(subject.Span, $"{message}.")
            : Warn(subject.Span, $"{message}. A proxy that is not in the repository may pass it on.").As(Severity.Medium);
        yield return verdict
            .Related(subject.Lost.Select(path => path.Proxy), "proxied in development only")
            .Related(first.Calls.Take(Shown).Select(call => call.Span), "requested here")
            .Remedy(
                subject.Server == "nginx"
                    ? $"Add `location {first.Path}/ {{ proxy_pass {first.Upstream ?? "http://BACKEND:PORT"}; }}` to the server in {subject.Span.File.Path}, or build with the address of the back end."
                    : $"Add `handle {first.Path}/* {{ reverse_proxy {first.Upstream ?? "BACKEND:PORT"} }}` in {subject.Span.File.Path}, or build with the address of the back end."
            )
            .Verify(
                subject.Published?.Published is { } port
                    ? (CommandText)
                        $"curl -i http://localhost:{port}{first.Calls[0].Value.Replace("{}", "1", StringComparison.Ordinal)}   # must not be text/html"
                    : $"git grep -nF -e {first.Path} -- {subject.Span.File.Path}   # must find it"
            );
    }
}
