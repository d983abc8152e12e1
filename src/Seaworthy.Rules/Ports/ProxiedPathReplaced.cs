using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;

namespace Seaworthy.Rules.Ports;

/// <summary>An nginx location passes every request on with the same path.</summary>
internal sealed class ProxiedPathReplaced : Rule<NginxLocation>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/proxied-path-replaced",
            Title = "Request path dropped by proxy",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale = "Every request below the location reaches the program as a request for one path.",
            Holds = "The proxy passes the request path on.",
        };

    public override IEnumerable<NginxLocation> Subjects(Deployment deployment) =>
        deployment
            .Of<NginxFile>()
            .SelectMany(file => file.Servers.SelectMany(server => server.Locations).Concat(file.Locations))
            .SelectMany(Within)
            .Where(location =>
                location is { Modifier: "" or "^~", TargetDirective: "proxy_pass", Target.IsSocket: false } && SetsItsTarget(location)
            );

    protected override Subject Identify(NginxLocation subject) => new(subject.Path.Value, subject.Target?.Span ?? subject.Span);

    protected override IEnumerable<Verdict> Check(NginxLocation subject, Deployment deployment)
    {
        if (subject is not { Target: { Path: ['/', ..] path } target, Rewrites.Count: 0 } || !target.Url.Raw.EndsWith('/'))
        {
            yield break;
        }

        yield return Fail(
                target.Span,
                $"nginx passes every request below `{subject.Path.Value}` on as `{path}`: with a variable in `proxy_pass` it drops the rest of the path."
            )
            .Related(subject.Path.Span)
            .Remedy(
                $"Strip the prefix with `rewrite ^{subject.Path.Value.TrimEnd('/')}/(.*)$ {path}$1 break;`, and remove `{path}` from {target.Span}."
            )
            .VerifyGone();
    }

    /// <summary>A variable of nginx, and no placeholder filled in before nginx reads the file.</summary>
    private static bool SetsItsTarget(NginxLocation location)
    {
        var written = location.Target?.Url.Raw ?? "";
        for (var at = written.IndexOf('$', StringComparison.Ordinal); at >= 0; at = written.IndexOf('$', at + 1))
        {
            var end = at + 1;
            while (end < written.Length && (char.IsAsciiLetterOrDigit(written[end]) || written[end] == '_'))
            {
                end++;
            }

            if (end > at + 1 && location.Span.File.Mentions($"set {written[at..end]} "))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<NginxLocation> Within(NginxLocation location) => location.Locations.SelectMany(Within).Prepend(location);
}
