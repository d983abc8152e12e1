using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The development server of a front end passes paths on to a back end, and the web server that serves its build does not.</summary>
internal sealed class ProxyOnlyInDevelopment : Rule<FrontEndProxy>
{
    private const int Named = 3;
    private const int Shown = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/proxy-only-in-development",
            Title = "Path that only the development server passes on",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "On the developer's machine every request works; where the build is served, the same request is answered with the page of the application or with 404, and never by the back end.",
            Holds = "What the development server passes on, the web server of the build, or what stands in front of it, passes on too.",
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
            $"The source of {subject.Component.Title} asks for {first.Calls[0].Value}, which its development server passes on, but {subject.Server} of {subject.Subject} has nothing that passes {paths} on: it answers {(subject.AnswersWithPage ? "with index.html" : "with 404")}";
        var isCertain = subject.IsCertain && first.IsWrittenOut;
        var verdict =
            isCertain ? Fail(subject.Span, $"{message}.")
            : subject.Published is not null ? LikelyFail(subject.Span, $"{message}.")
            : Warn(subject.Span, $"{message}, unless a server in front of it that is not in the repository passes it on.")
                .As(Severity.Medium);
        yield return verdict
            .Related(subject.Lost.Select(path => path.Proxy), "passed on in development only")
            .Related(first.Calls.Take(Shown).Select(call => call.Span), "asked for here")
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
